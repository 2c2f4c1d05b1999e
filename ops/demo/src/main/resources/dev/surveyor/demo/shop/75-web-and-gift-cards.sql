-- progress: Web sessions and gift cards
--
CREATE TABLE sales.web_sessions (
    session_id     uuid PRIMARY KEY,
    started_at     timestamptz NOT NULL,
    duration       interval,
    customer_id    integer,
    client_ip      inet,
    device         text,
    browser        text,
    landing_page   text,
    campaign       text,
    referrer       text,
    page_views     smallint,
    events         jsonb,
    converted      boolean
);

-- landing_page has exactly 100 different values (72 categories, 28 other pages), campaign 104:
-- the one is still a category by the usual limit of a hundred, the other no longer is.
INSERT INTO sales.web_sessions
SELECT shop_seed.uuid(731, n), t.started_at,
       CASE WHEN n % 31 > 0 THEN make_interval(secs => 4 + (shop_seed.h(737, n) * shop_seed.h(738, n) >> 31) * 2600 / 2147483648) END,
       CASE WHEN shop_seed.chance(739, n, 380) THEN 1 + shop_seed.pick(740, n, 2000 + (n * 5990::bigint / 12000)) END,
       CASE WHEN n % 7 > 0 THEN ('192.0.2.' || shop_seed.pick(741, n, 256))::inet END,
       (ARRAY['phone', 'phone', 'phone', 'desktop', 'desktop', 'tablet'])[1 + shop_seed.pick(742, n, 6)],
       shop_seed.one_of(743, n, '{Kestrel 12,Kestrel 13,Kestrel 14,Marlin,Marlin Mobile,Otter 7,Otter 8,unknown}'),
       CASE WHEN n % 40 > 0 THEN l.pages[CASE WHEN n <= 200 THEN 1 + n % 100 ELSE 1 + ((shop_seed.h(744, n) * shop_seed.h(745, n) >> 31) * 100 >> 31) END] END,
       CASE WHEN n % 3 > 0 OR n <= 320 THEN l.campaigns[CASE WHEN n <= 320 THEN 1 + n % 104 ELSE 1 + shop_seed.pick(746, n, 104) END] END,
       shop_seed.one_of(747, n, ARRAY['https://search.example/', 'https://search.example/', 'https://video.example/watch', 'https://blog.example/garden', 'direct', '', NULL]),
       1 + (shop_seed.h(748, n) * shop_seed.h(749, n) >> 31) * 30 / 2147483648,
       CASE WHEN n % 4 = 0 THEN jsonb_build_array(
           jsonb_build_object('type', 'view', 'product_id', 1 + shop_seed.pick(750, n, 880), 'at_second', 3 + n % 20),
           jsonb_build_object('type', CASE WHEN n % 8 = 0 THEN 'add_to_basket' ELSE 'leave' END, 'at_second', 30 + n % 50)) END,
       CASE WHEN n % 50 > 0 THEN shop_seed.chance(751, n, 34) END
FROM generate_series(1, 12000) AS n
CROSS JOIN LATERAL (
    SELECT (DATE '2025-01-01' + (n - 1) * 546 / 12000
            + make_interval(secs => 18000 + shop_seed.pick(752, n, 61000))) AT TIME ZONE 'UTC' AS started_at
) AS t
CROSS JOIN (
    SELECT (SELECT array_agg('/c/' || slug ORDER BY category_id) FROM sales.categories WHERE level = 3)
           || ARRAY['/', '/sale', '/new', '/gifts', '/stores', '/contact', '/about', '/jobs', '/faq', '/returns', '/shipping', '/payment', '/newsletter', '/catalogue',
                    '/blog', '/blog/spring-garden', '/blog/small-kitchens', '/blog/winter-light', '/blog/repair', '/blog/packing-list', '/business', '/business/quote',
                    '/gift-cards', '/login', '/basket', '/imprint', '/privacy', '/terms'] AS pages,
           (SELECT array_agg(theme || '-' || medium ORDER BY t.n, m.n)
            FROM unnest('{spring,summer,autumn,winter,black-week,xmas,garden,kitchen,outdoor,office,workshop,gifts,brand}'::text[]) WITH ORDINALITY AS t (theme, n),
                 unnest('{search,social,video,mail,print,partner,banner,retarget}'::text[]) WITH ORDINALITY AS m (medium, n)) AS campaigns
) AS l;

-- Written by another team: a name in mixed case, reserved words as column names.
CREATE TABLE sales."GiftCard" (
    "Code"            text PRIMARY KEY,
    "initialAmount"   numeric(8, 2) NOT NULL,
    "balance"         numeric(8, 2) NOT NULL,
    "issuedAt"        timestamptz NOT NULL,
    "validUntil"      date,
    "order"           integer,
    "group"           text,
    "Recipient Name"  text,
    "recipientEmail"  text,
    CHECK ("balance" BETWEEN 0 AND "initialAmount")
);

-- Cards are valid for three years, so "validUntil" may lie after the reference date.
INSERT INTO sales."GiftCard"
SELECT 'LM-' || upper(lpad(to_hex(shop_seed.h(761, o.n)), 8, '0') COLLATE "C") || '-' || o.n,
       a.amount,
       CASE shop_seed.pick(762, o.n, 4) WHEN 0 THEN a.amount WHEN 1 THEN round(a.amount * 0.37, 2) ELSE 0 END,
       o.placed_at + interval '30 seconds',
       CASE WHEN o.n % 17 > 0 THEN (o.day + interval '3 years')::date END,
       CASE WHEN o.n % 6 > 0 THEN o.order_id END,
       shop_seed.one_of(763, o.n, '{birthday,christmas,wedding,staff,voucher,Birthday}'),
       CASE WHEN o.n % 4 > 0 THEN shop_seed.one_of(764, o.n, m.women || m.men) || ' ' || shop_seed.one_of(765, o.n, m.families) END,
       CASE WHEN o.n % 3 = 0 THEN 'gift' || o.n || '@example.com' WHEN o.n % 11 = 0 THEN 'N/A' END
FROM shop_seed.order_plan AS o
JOIN shop_seed.names AS m ON m.culture = (ARRAY['de', 'de', 'en', 'fr'])[1 + o.n % 4]
CROSS JOIN LATERAL (SELECT (ARRAY[10, 20, 25, 25, 50, 50, 100, 200])[1 + shop_seed.pick(766, o.n, 8)] AS amount) AS a
WHERE shop_seed.chance(767, o.n, 11) AND o.fate = 'normal'
ORDER BY o.n;

-- Prepared for 2027: no reward has been granted yet.
CREATE TABLE sales.loyalty_rewards (
    reward_id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id    integer NOT NULL,
    points         integer NOT NULL CHECK (points > 0),
    granted_at     timestamptz NOT NULL,
    note           text
);
