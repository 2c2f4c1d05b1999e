-- progress: Order lines (130,000 rows)
--
-- The order of work: plan every order (who, when, how far it got), draw its lines, and only then
-- write the order with the total of its lines (in the next file).

-- ---------------------------------------------------------------- who buys, what is bought

-- A customer appears as often as they buy, in order of registration, so that a uniform draw from
-- the slots open on a day is a weighted draw among the customers registered before that day.
CREATE UNLOGGED TABLE shop_seed.customer_slot AS
SELECT (row_number() OVER (ORDER BY p.customer_id, w) - 1)::integer AS slot, p.customer_id
FROM shop_seed.person AS p CROSS JOIN LATERAL generate_series(1, p.buys) AS w;

CREATE UNLOGGED TABLE shop_seed.open_slots AS
SELECT day_no, day, quarter_no, orders, orders_before, max(bought) OVER (ORDER BY day_no) AS slots
FROM (
    SELECT d.day_no, d.day, d.quarter_no, d.orders,
           sum(d.orders) OVER (ORDER BY d.day_no) - d.orders AS orders_before,
           r.slots AS bought
    FROM shop_seed.day AS d
    LEFT JOIN (
        SELECT greatest(registered_on + 1, DATE '2022-07-01') AS day, max(slots) AS slots
        FROM (SELECT registered_on, sum(buys) OVER (ORDER BY customer_id) AS slots FROM shop_seed.person) AS s
        GROUP BY 1
    ) AS r ON r.day = d.day
) AS joined;

-- The same for products, once per quarter: what is on sale throughout the quarter, by popularity
-- and season. Products 841 to 880 stay on the shelf unsold.
CREATE UNLOGGED TABLE shop_seed.product_slot AS
SELECT q.quarter_no,
       (row_number() OVER (PARTITION BY q.quarter_no ORDER BY p.product_id, w) - 1)::integer AS slot,
       p.product_id
FROM (SELECT quarter_no, min(day) AS first_day, max(day) AS last_day FROM shop_seed.day GROUP BY quarter_no) AS q
JOIN sales.products AS p
     ON p.product_id <= 840 AND p.launched_on <= q.first_day
        AND (p.discontinued_on IS NULL OR p.discontinued_on > q.last_day)
JOIN shop_seed.goods AS g ON g.kind_no = p.category_id - 100
CROSS JOIN LATERAL generate_series(1, greatest(1,
    least(90, 220 / (1 + shop_seed.pick(501, p.product_id, 220)))
    * CASE WHEN g.price_high < 80 THEN 3 WHEN g.price_high < 200 THEN 2 ELSE 1 END
    * CASE g.season
          WHEN 's' THEN (ARRAY[2, 6, 5, 1])[1 + q.quarter_no % 4]
          WHEN 'w' THEN (ARRAY[4, 1, 2, 6])[1 + q.quarter_no % 4]
          WHEN 'g' THEN (ARRAY[2, 2, 2, 6])[1 + q.quarter_no % 4]
          ELSE 3 END / 3)) AS w;

CREATE UNLOGGED TABLE shop_seed.product_slots AS
SELECT quarter_no, count(*) AS slots FROM shop_seed.product_slot GROUP BY quarter_no;

ANALYZE shop_seed.customer_slot;
ANALYZE shop_seed.product_slot;

-- ---------------------------------------------------------------- the plan of every order

-- Orders come in between 05:00 and 21:59 UTC, so that a day has the same orders in every European
-- time zone. Within a day they are numbered by time.
CREATE UNLOGGED TABLE shop_seed.order_plan AS
WITH numbered AS (
    SELECT d.day, d.quarter_no, (d.orders_before + k)::integer AS n, d.slots,
           ((k - 1) * 10000 + shop_seed.pick(511, d.orders_before::bigint + k, 10000)) / d.orders AS point
    FROM shop_seed.open_slots AS d CROSS JOIN LATERAL generate_series(1, d.orders) AS k
), drawn AS (
    SELECT n, day, quarter_no, shop_seed.pick(512, n, slots::bigint) AS slot,
           -- morning, noon and evening carry different shares of the day
           300 + CASE WHEN point < 1000 THEN point * 180 / 1000
                      WHEN point < 4000 THEN 180 + (point - 1000) * 240 / 3000
                      WHEN point < 6000 THEN 420 + (point - 4000) * 240 / 2000
                      WHEN point < 9500 THEN 660 + (point - 6000) * 270 / 3500
                      ELSE 930 + (point - 9500) * 90 / 500 END AS minute
    FROM numbered
), placed AS (
    SELECT d.n, 100000 + d.n AS order_id, d.day, d.quarter_no, d.minute, p.customer_id, p.kind, p.country_code, p.addresses,
           CASE WHEN p.kind = 'company' AND shop_seed.chance(513, d.n, 450) THEN 'phone'
                -- a store is open in these countries since
                WHEN d.day >= CASE p.country_code WHEN 'DE' THEN DATE '2022-07-01' WHEN 'AT' THEN DATE '2022-07-01' WHEN 'CH' THEN DATE '2023-06-01'
                                                  WHEN 'FR' THEN DATE '2024-03-01' WHEN 'NL' THEN DATE '2024-11-01' END
                     AND shop_seed.chance(514, d.n, 170) THEN 'store'
                WHEN shop_seed.chance(515, d.n, 120) THEN 'marketplace'
                -- the app grows from nothing to half of the online orders
                WHEN shop_seed.chance(516, d.n, ((d.day - DATE '2022-07-01') * 520 / 1461)) THEN 'app'
                WHEN shop_seed.chance(517, d.n, 40) THEN 'phone'
                ELSE 'web' END AS channel,
           CASE WHEN shop_seed.chance(518, d.n, 38) THEN 'cancelled'
                WHEN shop_seed.chance(519, d.n, 1) THEN 'stuck' ELSE 'normal' END AS fate,
           1 + (ARRAY[0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6])[1 + shop_seed.pick(520, d.n, 22)]
             + CASE WHEN p.kind = 'company' THEN shop_seed.pick(521, d.n, 4) ELSE 0 END AS wanted_lines,
           -- what comes in after 14:00 is never packed on the same day
           greatest((ARRAY[0, 0, 1, 1, 1, 1, 1, 2, 2, 3, 4, 6])[1 + shop_seed.pick(522, d.n, 12)], CASE WHEN d.minute > 840 THEN 1 ELSE 0 END) AS pack_days,
           CASE WHEN p.country_code IN ('US', 'CA') THEN 6 ELSE 0 END + CASE WHEN p.country_code = 'DE' THEN 0 ELSE 1 END
             + (ARRAY[1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 8, 11])[1 + shop_seed.pick(523, d.n, 12)] AS road_days
    FROM drawn AS d
    JOIN shop_seed.customer_slot AS s USING (slot)
    JOIN shop_seed.person AS p USING (customer_id)
), timed AS (
    SELECT *,
           -- nothing leaves a warehouse on a Sunday; goods from a store leave with the customer
           CASE WHEN fate <> 'normal' THEN NULL
                WHEN channel = 'store' THEN day
                WHEN extract(isodow FROM day + pack_days) = 7 THEN day + pack_days + 1
                ELSE day + pack_days END AS would_ship
    FROM placed
)
SELECT n, order_id, customer_id, kind, country_code, addresses, day, quarter_no, channel, fate, wanted_lines,
       (day + make_interval(mins => minute, secs => shop_seed.pick(524, n, 60))) AT TIME ZONE 'UTC' AS placed_at,
       CASE WHEN would_ship <= sales.reference_date() THEN would_ship END AS shipped_on,
       CASE WHEN would_ship + CASE WHEN channel = 'store' THEN 0 ELSE road_days END <= sales.reference_date()
            THEN would_ship + CASE WHEN channel = 'store' THEN 0 ELSE road_days END END AS delivered_on,
       would_ship + CASE WHEN country_code = 'DE' THEN 5 WHEN country_code IN ('US', 'CA') THEN 14 ELSE 7 END AS promised_on,
       CASE WHEN country_code IN ('DE', 'DK', 'SE', 'NO', 'FI') THEN (ARRAY[1, 1, 1, 2])[1 + shop_seed.pick(525, n, 4)]
            WHEN country_code IN ('AT', 'CH', 'LI', 'IT', 'SI', 'HR', 'HU', 'CZ', 'SK') THEN (ARRAY[2, 3])[1 + shop_seed.pick(525, n, 2)]
            WHEN country_code IN ('NL', 'BE', 'LU', 'FR', 'ES', 'PT') THEN (ARRAY[4, 4, 1])[1 + shop_seed.pick(525, n, 3)]
            WHEN country_code IN ('PL', 'RO') THEN 5 ELSE 1 END AS warehouse_id
FROM timed
ORDER BY n;

ANALYZE shop_seed.order_plan;

-- ---------------------------------------------------------------- order lines

CREATE TABLE sales.order_lines (
    order_id     integer NOT NULL,
    line_no      smallint NOT NULL CHECK (line_no > 0),
    product_id   integer NOT NULL,
    quantity     integer NOT NULL CHECK (quantity > 0),
    unit_price   numeric(10, 2) NOT NULL CHECK (unit_price >= 0),
    discount     sales.fraction NOT NULL DEFAULT 0,
    line_total   numeric(12, 2) GENERATED ALWAYS AS (round(quantity * unit_price * (1 - discount), 2)) STORED,
    is_gift      boolean
);

-- A product occurs once per order. Prices rose by the year; the list price is that of 2026.
-- The first company order of 2025-10-14 is a hotel chain's: sixty times the usual quantity.
INSERT INTO sales.order_lines (order_id, line_no, product_id, quantity, unit_price, discount, is_gift)
SELECT order_id, row_number() OVER (PARTITION BY order_id ORDER BY k), product_id, quantity, unit_price, discount, is_gift
FROM (
    SELECT DISTINCT ON (o.order_id, s.product_id)
           o.order_id, l.k, s.product_id,
           CASE WHEN o.kind = 'company' THEN (ARRAY[1, 2, 2, 4, 5, 6, 8, 10, 12, 20])[1 + shop_seed.pick(531, l.r, 10)]
                ELSE (ARRAY[1, 1, 1, 1, 1, 1, 2, 2, 3, 4])[1 + shop_seed.pick(531, l.r, 10)] END
               * CASE WHEN o.order_id = b.order_id THEN 60 ELSE 1 END AS quantity,
           round(p.list_price * (ARRAY[0.91, 0.93, 0.96, 0.98, 1.00])[extract(year FROM o.day)::integer - 2021], 2) AS unit_price,
           CASE WHEN to_char(o.day, 'MMDD') BETWEEN '1121' AND '1129' AND shop_seed.chance(532, l.r, 600) THEN 0.25
                WHEN shop_seed.chance(533, l.r, 770) THEN 0
                ELSE (ARRAY[0.05, 0.05, 0.1, 0.1, 0.15, 0.2, 0.3])[1 + shop_seed.pick(534, l.r, 7)] END AS discount,
           CASE WHEN o.channel <> 'store' THEN shop_seed.chance(535, l.r, CASE WHEN extract(month FROM o.day) = 12 THEN 300 ELSE 60 END) END AS is_gift
    FROM shop_seed.order_plan AS o
    CROSS JOIN LATERAL (SELECT k, o.n * 16 + k AS r FROM generate_series(1, o.wanted_lines) AS k) AS l
    JOIN shop_seed.product_slots AS t USING (quarter_no)
    JOIN shop_seed.product_slot AS s ON s.quarter_no = o.quarter_no AND s.slot = shop_seed.pick(536, l.r, t.slots)
    JOIN sales.products AS p ON p.product_id = s.product_id
    CROSS JOIN (SELECT min(order_id) AS order_id FROM shop_seed.order_plan WHERE day = DATE '2025-10-14' AND kind = 'company' AND fate = 'normal') AS b
    ORDER BY o.order_id, s.product_id, l.k
) AS lines;

ANALYZE sales.order_lines;
