-- progress: Shipments, returns, payments, reviews (90,000 rows)
--
-- ---------------------------------------------------------------- carriers and warehouses

CREATE TABLE warehouse.carriers (
    carrier_code   varchar(8) PRIMARY KEY,
    name           text NOT NULL,
    tracking_url   text,
    is_express     boolean NOT NULL DEFAULT false,
    max_weight_kg  numeric(6, 1),
    cut_off        time
);

INSERT INTO warehouse.carriers VALUES
    ('BLITZ', 'Blitzbote',         'https://track.blitzbote.example/{no}', true,   31.5, '17:30'),
    ('GELB',  'Gelbpaket',         'https://gelbpaket.example/t/{no}',     false,  31.5, '16:00'),
    ('NORD',  'Nordfracht',        'https://nordfracht.example/?id={no}',  false, 999.0, '14:00'),
    ('PONY',  'Pony Parcel',       NULL,                                   false,  20.0, '15:30'),
    ('ALPEX', 'Alpex Logistik',    'https://alpex.example/{no}',           false,  70.0, '15:00'),
    ('RHINO', 'Rhino Freight',     '',                                     false, NULL,  '12:00'),
    ('VELO',  'Velo City Courier', 'N/A',                                  true,   12.0, '18:30');

CREATE TABLE warehouse.warehouses (
    warehouse_id          integer PRIMARY KEY,
    code                  char(4) NOT NULL UNIQUE,
    name                  text NOT NULL,
    country_code          char(2) NOT NULL,
    position              warehouse.geo_position,
    capacity_m3           integer,
    manager_employee_id   integer,
    opened_on             date,
    temperature_range     int4range
);

-- The seventh is being built: it holds no stock.
INSERT INTO warehouse.warehouses VALUES
    (1, 'HAM1', 'Hamburg Hafen',    'DE', ROW(53.53110, 9.98740),  62000, 12, '2011-05-02', '[8,26)'),
    (2, 'LEJ1', 'Leipzig Nord',     'DE', ROW(51.40220, 12.40110), 38000, 13, '2015-09-14', '[8,26)'),
    (3, 'VIE1', 'Wien Süd',         'AT', ROW(48.12550, 16.39180), 14500, 88, '2018-03-01', NULL),
    (4, 'AMS1', 'Amsterdam West',   'NL', ROW(52.39470, 4.78260),  21000, 91, '2019-08-19', '[5,28)'),
    (5, 'POZ1', 'Poznań Wschód',    'PL', NULL,                    11800, NULL, '2023-02-06', NULL),
    (6, 'HAM2', 'Hamburg Returns',  'DE', ROW(53.49930, 10.01210),  6200, 13, '2021-01-11', NULL),
    (7, 'LYS1', 'Lyon Est',         'FR', NULL,                     NULL, NULL, NULL, NULL);

-- ---------------------------------------------------------------- shipments

CREATE TABLE warehouse.shipments (
    shipment_id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id       integer NOT NULL,
    parcel_no      smallint NOT NULL DEFAULT 1,
    warehouse_id   integer NOT NULL,
    carrier_code   varchar(8),
    tracking_no    text,
    packed_at      timestamptz,
    shipped_at     timestamptz,
    delivered_at   timestamptz,
    promised_on    date,
    weight_kg      numeric(8, 3),
    cost           numeric(8, 2),
    signed_by      text,
    UNIQUE (order_id, parcel_no),
    CHECK (shipped_at >= packed_at),
    CHECK (delivered_at >= shipped_at)
);

-- What is sold in a store is not shipped. One order in twenty leaves in two parcels.
INSERT INTO warehouse.shipments (order_id, parcel_no, warehouse_id, carrier_code, tracking_no, packed_at, shipped_at, delivered_at, promised_on, weight_kg, cost, signed_by)
SELECT o.order_id, k, o.warehouse_id, c.carrier_code,
       CASE WHEN o.n % 83 > 0 THEN c.carrier_code || lpad((shop_seed.h(601, o.n * 2 + k))::text, 10, '0') END,
       t.packed_at,
       t.packed_at + make_interval(mins => 30 + shop_seed.pick(602, o.n * 2 + k, 200)),
       CASE WHEN o.delivered_on > o.shipped_on
            THEN (o.delivered_on + make_interval(mins => 450 + shop_seed.pick(603, o.n, 720))) AT TIME ZONE 'UTC' END,
       o.promised_on,
       CASE WHEN o.n % 47 > 0 THEN round(w.grams / 1000.0 / p.parcels, 3) END,
       round(3.1 + w.grams / 1000.0 / p.parcels * 0.35 + CASE WHEN o.country_code = 'DE' THEN 0 ELSE 4.2 END, 2),
       CASE WHEN o.delivered_on > o.shipped_on THEN
           CASE shop_seed.pick(604, o.n, 9) WHEN 0 THEN 'neighbour' WHEN 1 THEN '-' WHEN 2 THEN 'parcel box' WHEN 3 THEN NULL WHEN 4 THEN 'N/A' ELSE u.last_name END END
FROM shop_seed.order_plan AS o
JOIN (
    SELECT l.order_id, sum(l.quantity * coalesce(p.weight_kg, 1) * 1000)::bigint AS grams
    FROM sales.order_lines AS l JOIN sales.products AS p USING (product_id) GROUP BY l.order_id
) AS w USING (order_id)
JOIN sales.customers AS u ON u.customer_id = o.customer_id
CROSS JOIN LATERAL (SELECT CASE WHEN shop_seed.chance(605, o.n, 50) THEN 2 ELSE 1 END AS parcels) AS p
CROSS JOIN LATERAL generate_series(1, p.parcels) AS k
CROSS JOIN LATERAL (
    SELECT CASE WHEN w.grams > 60000 THEN CASE WHEN o.n % 3 = 0 THEN 'RHINO' ELSE 'NORD' END
                WHEN o.country_code IN ('AT', 'CH', 'LI', 'IT', 'SI', 'HR') THEN (ARRAY['ALPEX', 'ALPEX', 'GELB'])[1 + shop_seed.pick(606, o.n, 3)]
                ELSE (ARRAY['GELB', 'GELB', 'GELB', 'GELB', 'PONY', 'PONY', 'BLITZ', 'VELO', 'NORD'])[1 + shop_seed.pick(606, o.n, 9)] END AS carrier_code
) AS c
CROSS JOIN LATERAL (
    SELECT (o.shipped_on + make_interval(mins => CASE WHEN o.shipped_on = (o.placed_at AT TIME ZONE 'UTC')::date
               THEN 900 + shop_seed.pick(607, o.n * 2 + k, 120) ELSE 330 + shop_seed.pick(608, o.n * 2 + k, 690) END)) AT TIME ZONE 'UTC' AS packed_at
) AS t
WHERE o.shipped_on IS NOT NULL AND o.channel <> 'store'
ORDER BY o.shipped_on, o.n, k;

-- ---------------------------------------------------------------- returns

CREATE TABLE sales.returns (
    return_id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id       integer NOT NULL,
    line_no        smallint NOT NULL,
    quantity       integer NOT NULL CHECK (quantity > 0),
    reason_code    text,
    reason_text    text,
    requested_on   date NOT NULL,
    refunded_on    date CHECK (refunded_on >= requested_on),
    refund_amount  numeric(10, 2),
    handled_by     integer
);

INSERT INTO sales.returns (order_id, line_no, quantity, reason_code, reason_text, requested_on, refunded_on, refund_amount, handled_by)
SELECT l.order_id, l.line_no, q.quantity,
       CASE WHEN l.r % 37 > 0 THEN c.code END,
       CASE shop_seed.pick(621, l.r, 5)
           WHEN 0 THEN NULL
           WHEN 1 THEN (ARRAY['-', 'N/A', 'see phone call', 'as discussed', ''])[1 + shop_seed.pick(622, l.r, 5)]
           ELSE shop_seed.one_of(623, l.r, CASE c.code
               WHEN 'damaged' THEN '{The box was crushed and the handle is bent.,Arrived with a crack along the side.,Broken glass in the parcel - careful when opening.,Scratched on delivery; photos follow by e-mail.}'::text[]
               WHEN 'wrong_item' THEN '{I ordered the large one and got the small one.,Another article was in the box.,Wrong colour sent.}'
               WHEN 'too_late' THEN '{It came after the birthday it was meant for.,Delivery took far too long so I bought it elsewhere.}'
               WHEN 'defective' THEN '{Stopped working after two days.,Does not switch on.,The lid does not close properly.,Leaks at the seam.}'
               WHEN 'not_as_described' THEN '{Looks cheaper than in the picture.,The material feels different from what the page says.,Smaller than expected.}'
               WHEN 'changed_mind' THEN '{Does not fit our living room after all.,Ordered two to choose from.,I simply do not need it.}'
               WHEN 'duplicate' THEN '{Ordered twice by accident.,My partner had already ordered the same.}'
               ELSE '{Reason not given.,Customer called and will explain later.}' END)
           || CASE WHEN l.r % 4 = 0 THEN ' Please refund to my account.' WHEN l.r % 7 = 0 THEN ' Otherwise very happy with you.' ELSE '' END END,
       d.requested_on,
       CASE WHEN c.code <> 'other' AND d.requested_on + d.days <= sales.reference_date() THEN d.requested_on + d.days END,
       round(l.line_total * q.quantity / l.quantity, 2),
       CASE WHEN l.r % 6 > 0 THEN 150 + shop_seed.pick(624, l.r, 28) END
FROM (
    SELECT l.*, o.delivered_on, (l.order_id - 100000) * 16 + l.line_no AS r
    FROM sales.order_lines AS l JOIN sales.orders AS o USING (order_id)
    WHERE o.delivered_on IS NOT NULL AND o.channel <> 'store'
          AND shop_seed.chance(625, (l.order_id - 100000) * 16 + l.line_no, 26)
) AS l
CROSS JOIN LATERAL (SELECT (ARRAY['damaged', 'wrong_item', 'too_late', 'defective', 'defective', 'not_as_described', 'not_as_described', 'changed_mind', 'changed_mind',
                                  'changed_mind', 'duplicate', 'other'])[1 + shop_seed.pick(626, l.r, 12)] AS code) AS c
CROSS JOIN LATERAL (SELECT CASE WHEN l.quantity > 2 AND l.r % 2 = 0 THEN 1 + shop_seed.pick(627, l.r, l.quantity) ELSE l.quantity END AS quantity) AS q
CROSS JOIN LATERAL (SELECT l.delivered_on + 2 + shop_seed.pick(628, l.r, 22) AS requested_on, 3 + shop_seed.pick(629, l.r, 12) AS days) AS d
WHERE d.requested_on <= sales.reference_date()
ORDER BY d.requested_on, l.order_id, l.line_no;

-- ---------------------------------------------------------------- payments

CREATE TABLE sales.payments (
    payment_id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id        integer NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('payment', 'refund')),
    method          text NOT NULL,
    status          text NOT NULL,
    amount          numeric(12, 2) NOT NULL,
    currency        char(3) NOT NULL,
    amount_charged  numeric(14, 2),
    paid_at         timestamptz NOT NULL,
    reference       uuid NOT NULL UNIQUE,
    card_last4      char(4)
);

-- How an order is paid for. Cards, wallets and cash at once; invoices weeks after shipping, and
-- some never. About forty orders are paid short or in excess on purpose (n % 1999 is 5 or 6).
INSERT INTO sales.payments (order_id, kind, method, status, amount, currency, amount_charged, paid_at, reference, card_last4)
WITH due AS (
    SELECT o.order_id, o.total, o.currency, o.status, o.placed_at, o.shipped_on, p.n,
           CASE WHEN o.channel = 'store' THEN (ARRAY['cash', 'cash', 'card', 'card', 'card'])[1 + shop_seed.pick(641, p.n, 5)]
                WHEN o.channel = 'marketplace' THEN 'wallet'
                WHEN p.kind = 'company' AND o.status NOT IN ('paid', 'picking') THEN (ARRAY['invoice', 'invoice', 'invoice', 'direct_debit', 'card'])[1 + shop_seed.pick(641, p.n, 5)]
                WHEN o.shipped_on IS NULL THEN (ARRAY['card', 'wallet', 'prepayment'])[1 + shop_seed.pick(641, p.n, 3)]
                ELSE (ARRAY['card', 'card', 'card', 'card', 'wallet', 'wallet', 'wallet', 'invoice', 'direct_debit', 'prepayment'])[1 + shop_seed.pick(641, p.n, 10)] END AS method
    FROM sales.orders AS o JOIN shop_seed.order_plan AS p USING (order_id)
    WHERE o.status <> 'new' AND NOT (o.status = 'on_hold' AND p.n % 2 = 0) AND NOT (o.status = 'cancelled' AND p.n % 5 > 1)
), timed AS (
    SELECT *,
           CASE method
               WHEN 'invoice' THEN (coalesce(shipped_on, placed_at::date) + 3 + shop_seed.pick(642, n, 38) + make_interval(mins => 540 + shop_seed.pick(643, n, 400))) AT TIME ZONE 'UTC'
               WHEN 'direct_debit' THEN (placed_at::date + 2 + make_interval(hours => 4)) AT TIME ZONE 'UTC'
               WHEN 'prepayment' THEN placed_at + make_interval(mins => 5 + shop_seed.pick(643, n, 80))
               ELSE placed_at + make_interval(secs => 5 + shop_seed.pick(643, n, 50)) END AS first_paid_at,
           total + CASE n % 1999 WHEN 5 THEN -least(10, round(total / 2, 2)) WHEN 6 THEN 5 ELSE 0 END AS to_pay,
           CASE WHEN total > 200 AND shop_seed.chance(644, n, 60) THEN 2 ELSE 1 END AS parts
    FROM due
), entries AS (
    SELECT order_id, n, 1 AS seq, 'payment' AS kind, method, 'failed' AS status, to_pay AS amount, currency, first_paid_at - interval '3 seconds' AS paid_at
    FROM timed WHERE method IN ('card', 'direct_debit') AND shop_seed.chance(645, n, 35)
    UNION ALL
    SELECT order_id, n, 2, 'payment', method, 'captured', CASE WHEN parts = 2 THEN round(to_pay / 2, 2) ELSE to_pay END, currency, first_paid_at
    FROM timed WHERE NOT (method = 'invoice' AND shop_seed.chance(646, n, 18))
    UNION ALL
    SELECT order_id, n, 3, 'payment', method, 'captured', to_pay - round(to_pay / 2, 2), currency, first_paid_at + interval '14 days'
    FROM timed WHERE parts = 2 AND status <> 'cancelled' AND NOT (method = 'invoice' AND shop_seed.chance(646, n, 18))
    UNION ALL
    SELECT order_id, n, 4, 'refund', method, 'captured', -CASE WHEN parts = 2 THEN round(to_pay / 2, 2) ELSE to_pay END, currency, first_paid_at + make_interval(days => 1 + n % 6)
    FROM timed WHERE status = 'cancelled' AND NOT (method = 'invoice' AND shop_seed.chance(646, n, 18))
    UNION ALL
    SELECT r.order_id, t.n, 10 + r.line_no, 'refund', t.method, 'captured', -r.refund_amount, t.currency, (r.refunded_on + interval '11 hours') AT TIME ZONE 'UTC'
    FROM sales.returns AS r JOIN timed AS t USING (order_id) WHERE r.refunded_on IS NOT NULL
)
SELECT e.order_id, e.kind, e.method, e.status, e.amount, e.currency,
       round(e.amount * coalesce(x.per_euro, 1), 2), e.paid_at,
       shop_seed.uuid(650, e.n * 32::bigint + e.seq),
       CASE WHEN e.method = 'card' AND e.n % 30 > 0 THEN lpad(shop_seed.pick(657, e.n, 10000)::text, 4, '0') END
FROM entries AS e
LEFT JOIN sales.exchange_rates AS x ON x.currency = e.currency AND x.month = date_trunc('month', e.paid_at AT TIME ZONE 'UTC')::date
WHERE e.paid_at < TIMESTAMPTZ '2026-07-01 00:00:00+00' AND e.amount <> 0
ORDER BY e.paid_at, e.order_id, e.seq;

-- ---------------------------------------------------------------- reviews

CREATE TABLE sales.product_reviews (
    review_id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    product_id     integer NOT NULL,
    customer_id    integer NOT NULL,
    order_id       integer,
    rating         smallint CHECK (rating BETWEEN 1 AND 5),
    title          text,
    body           text,
    language       char(2),
    helpful_votes  integer NOT NULL DEFAULT 0,
    written_at     timestamptz NOT NULL,
    is_published   boolean,
    UNIQUE (product_id, customer_id)
);

-- Only what was bought and delivered is reviewed, once per person. A product has a quality of its
-- own, around which its ratings scatter.
INSERT INTO sales.product_reviews (product_id, customer_id, order_id, rating, title, body, language, helpful_votes, written_at, is_published)
SELECT b.product_id, b.customer_id, b.order_id,
       CASE WHEN b.r % 28 > 0 THEN b.stars END,
       CASE WHEN b.r % 5 > 0 THEN shop_seed.one_of(661, b.r, CASE
           WHEN b.stars >= 4 THEN '{Very happy,Exactly what I wanted,Great quality,"Good value, fast delivery",Would buy again,Love it,A pleasure to use,Top,Alles bestens,Très bien}'::text[]
           WHEN b.stars = 3 THEN '{It is okay,Average,Not bad,Mixed feelings,"Good, but...",Geht so,Correct}'
           ELSE '{Disappointed,Not again,Poor quality,Sent it back,Expected more,Leider nein,Déçu}' END) END,
       CASE WHEN b.r % 11 = 0 THEN NULL WHEN b.r % 61 = 0 THEN '' WHEN b.r % 43 = 0 THEN 'ok' ELSE
           shop_seed.one_of(662, b.r, CASE
               WHEN b.stars >= 4 THEN ARRAY['I have used this ' || b.noun || ' every day for a month and I am delighted.', 'My second ' || b.noun || ' from Larkmoor, and as good as the first.', 'Bought as a present; my sister loves it.',
                   'Solid, well made and nicer than in the picture.', 'Das Produkt ist sehr gut verarbeitet.', 'Exactly as described, and it arrived a day early.', 'After years of cheap ones I finally treated myself to a proper ' || b.noun || '.',
                   'We ordered six for the office and everybody wants one at home now.', 'Je suis ravie de cet achat.', 'Feels as if it will last for decades.']
               WHEN b.stars = 3 THEN ARRAY['The ' || b.noun || ' does what it should, no more.', 'Nice to look at, but the finish could be better.', 'Fine for the price.', 'Good idea, average execution.', 'Für den Preis in Ordnung.',
                   'I am still not sure whether to keep it.', 'Looks good; assembly took an hour longer than promised.']
               ELSE ARRAY['The ' || b.noun || ' broke within a week.', 'Sadly nothing like the description.', 'The colour is completely different from the photo.', 'It arrived damaged and nobody answered my e-mails for days.', 'Die Qualität ist leider schlecht.',
                   'Wobbly, and one screw was missing.', 'Smells strongly of plastic even after airing it for days.', 'Trop cher pour ce que c''est.'] END)
           || CASE WHEN b.r % 3 = 0 THEN '' ELSE ' ' || shop_seed.one_of(663, b.r, ARRAY['Delivery took ' || (2 + b.r % 8) || ' days.', 'The packaging was free of plastic, which I like.', 'Customer service was friendly on the phone.', 'The instructions are only in English.',
               'It is heavier than I thought.', 'Cleaning is easy.', 'The size is just right for a small flat.', 'My neighbour has already asked where it is from.', 'The ' || b.series || ' series goes well together.', 'The price has gone up since my last order.',
               'Comes without screws, so have some ready.', 'The dog likes it, too.']) END
           || CASE WHEN b.r % 4 > 1 THEN '' ELSE ' ' || shop_seed.one_of(664, b.r, CASE WHEN b.stars >= 4 THEN '{Recommended!,Five stars.,Thank you.,Gerne wieder.,Will come back.,:-)}'::text[]
               WHEN b.stars = 3 THEN '{Three stars.,Let us see how long it lasts.,"Maybe next time, maybe not."}' ELSE '{Money back please.,Never again.,Avoid.,"One star, because zero is not possible."}' END) END END,
       CASE WHEN b.r % 17 > 0 THEN b.language END,
       (shop_seed.h(665, b.r) * shop_seed.h(666, b.r) >> 31) * 24 / 2147483648,
       (b.delivered_on + b.days + make_interval(mins => 400 + shop_seed.pick(667, b.r, 900))) AT TIME ZONE 'UTC',
       CASE WHEN b.r % 50 > 0 THEN b.r % 41 > 0 END
FROM (
    SELECT DISTINCT ON (l.product_id, o.customer_id)
           l.product_id, o.customer_id, o.order_id, o.delivered_on, d.r, g.noun, split_part(p.name, ' ', 1) AS series,
           lower(c.language COLLATE "C") AS language, 3 + shop_seed.pick(671, d.r, 40) AS days,
           greatest(1, least(5, (ARRAY[3, 4, 4, 5, 5])[1 + shop_seed.pick(672, l.product_id, 5)]
               + (ARRAY[-3, -2, -1, -1, 0, 0, 0, 0, 1, 1])[1 + shop_seed.pick(673, d.r, 10)]))::smallint AS stars
    FROM sales.order_lines AS l
    JOIN sales.orders AS o USING (order_id)
    CROSS JOIN LATERAL (SELECT (l.order_id - 100000) * 16 + l.line_no AS r) AS d
    JOIN sales.products AS p ON p.product_id = l.product_id
    JOIN shop_seed.goods AS g ON g.kind_no = p.category_id - 100
    JOIN sales.customers AS c ON c.customer_id = o.customer_id
    WHERE o.delivered_on IS NOT NULL AND shop_seed.chance(674, d.r, 58)
    ORDER BY l.product_id, o.customer_id, o.order_id
) AS b
WHERE b.delivered_on + b.days <= sales.reference_date()
ORDER BY b.delivered_on + b.days, b.order_id, b.product_id;
