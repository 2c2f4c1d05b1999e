-- progress: Stock movements since 2025 (65,000 rows), stock levels, purchasing
--
-- The movement log is kept for six quarters. It opens with a balance, goods go out with every
-- shipped order line, and come in by the full carton at the start of the months that need them,
-- so that no balance is ever negative. The stock level is the sum of the movements.

CREATE TABLE warehouse.stock_movements (
    movement_id    bigint NOT NULL,
    moved_at       timestamptz NOT NULL,
    warehouse_id   integer NOT NULL,
    product_id     integer NOT NULL,
    kind           warehouse.movement_kind NOT NULL,
    quantity       integer NOT NULL CHECK (quantity <> 0),
    order_id       integer,
    source_no      text,
    booked_by      integer,
    PRIMARY KEY (movement_id, moved_at)
) PARTITION BY RANGE (moved_at);

CREATE TABLE warehouse.stock_movements_2025_q1 PARTITION OF warehouse.stock_movements
    FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2025-04-01 00:00:00+00');
CREATE TABLE warehouse.stock_movements_2025_q2 PARTITION OF warehouse.stock_movements
    FOR VALUES FROM ('2025-04-01 00:00:00+00') TO ('2025-07-01 00:00:00+00');
CREATE TABLE warehouse.stock_movements_2025_q3 PARTITION OF warehouse.stock_movements
    FOR VALUES FROM ('2025-07-01 00:00:00+00') TO ('2025-10-01 00:00:00+00');
CREATE TABLE warehouse.stock_movements_2025_q4 PARTITION OF warehouse.stock_movements
    FOR VALUES FROM ('2025-10-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE warehouse.stock_movements_2026_q1 PARTITION OF warehouse.stock_movements
    FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');
CREATE TABLE warehouse.stock_movements_2026_q2 PARTITION OF warehouse.stock_movements
    FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');
CREATE TABLE warehouse.stock_movements_rest PARTITION OF warehouse.stock_movements DEFAULT;

CREATE UNLOGGED TABLE shop_seed.issue AS
SELECT s.packed_at AS moved_at, s.warehouse_id, l.product_id, l.quantity, l.order_id,
       date_trunc('month', s.packed_at AT TIME ZONE 'UTC')::date AS month
FROM warehouse.shipments AS s JOIN sales.order_lines AS l USING (order_id)
WHERE s.parcel_no = 1 AND s.packed_at >= TIMESTAMPTZ '2025-01-01 00:00:00+00';

ANALYZE shop_seed.issue;

-- Every pair of warehouse and product that holds or held stock. Some pairs have never moved.
CREATE UNLOGGED TABLE shop_seed.pair AS
SELECT warehouse_id, product_id, warehouse_id * 1000 + product_id AS n,
       CASE WHEN shop_seed.chance(701, warehouse_id * 1000 + product_id, 180) THEN 0
            ELSE 5 + shop_seed.pick(702, warehouse_id * 1000 + product_id, 45) END AS opening,
       (ARRAY[12, 24, 24, 48, 60])[1 + shop_seed.pick(703, product_id, 5)] AS carton
FROM (
    SELECT warehouse_id, product_id FROM shop_seed.issue
    UNION
    SELECT w, p.product_id FROM sales.products AS p CROSS JOIN generate_series(1, 2) AS w
    WHERE p.status = 'active' AND (p.product_id + w) % 3 > 0
) AS pairs;

INSERT INTO warehouse.stock_movements (movement_id, moved_at, warehouse_id, product_id, kind, quantity, order_id, source_no, booked_by)
SELECT 700000 + row_number() OVER (ORDER BY moved_at, kind, warehouse_id, product_id, order_id), moved_at, warehouse_id, product_id,
       kind::warehouse.movement_kind, quantity, order_id, source_no,
       CASE WHEN (product_id + warehouse_id) % 9 > 0 THEN 150 + shop_seed.pick(704, warehouse_id * 100 + product_id, 28) END
FROM (
    SELECT TIMESTAMPTZ '2025-01-01 00:00:00+00' AS moved_at, warehouse_id, product_id, 'opening' AS kind, opening AS quantity,
           NULL::integer AS order_id, NULL AS source_no
    FROM shop_seed.pair WHERE opening > 0
    UNION ALL
    SELECT moved_at, warehouse_id, product_id, 'issue', -quantity, order_id, 'SO-' || order_id FROM shop_seed.issue
    UNION ALL
    SELECT (month + interval '5 hours') AT TIME ZONE 'UTC', warehouse_id, product_id, 'receipt', cartons * carton, NULL,
           'PO-' || (1000 + shop_seed.pick(705, product_id * 50 + extract(month FROM month)::integer, 900))
    FROM (
        SELECT m.month, p.warehouse_id, p.product_id, p.carton,
               ((m.until_here + p.carton - 1) / p.carton - (m.until_here - m.needed + p.carton - 1) / p.carton)::integer AS cartons
        FROM (
            SELECT warehouse_id, product_id, month, sum(quantity) AS needed,
                   (sum(sum(quantity)) OVER (PARTITION BY warehouse_id, product_id ORDER BY month))::bigint AS until_here
            FROM shop_seed.issue GROUP BY warehouse_id, product_id, month
        ) AS m JOIN shop_seed.pair AS p USING (warehouse_id, product_id)
    ) AS needs
    WHERE cartons > 0
    UNION ALL
    -- a stocktake finds a few pieces more or less than the five every opening balance has at least
    SELECT (DATE '2025-03-03' + shop_seed.pick(706, n, 480) + interval '19 hours') AT TIME ZONE 'UTC', warehouse_id, product_id, 'adjustment',
           (ARRAY[-5, -4, -2, -1, -1, 1, 1, 2, 3])[1 + shop_seed.pick(707, n, 9)], NULL, 'INV-' || (2025 + n % 2)
    FROM shop_seed.pair WHERE opening > 0 AND shop_seed.chance(708, n, 350)
    UNION ALL
    SELECT (requested_on + interval '34 hours') AT TIME ZONE 'UTC', 6, product_id, 'return', r.quantity, order_id, 'RET-' || return_id
    FROM sales.returns AS r JOIN sales.order_lines AS l USING (order_id, line_no)
    WHERE requested_on BETWEEN DATE '2025-01-01' AND sales.reference_date() - 2 AND coalesce(reason_code, '') NOT IN ('damaged', 'defective')
) AS movements;

CREATE TABLE warehouse.stock_levels (
    warehouse_id      integer NOT NULL,
    product_id        integer NOT NULL,
    on_hand           integer NOT NULL CHECK (on_hand >= 0),
    reserved          integer NOT NULL DEFAULT 0,
    available         integer GENERATED ALWAYS AS (on_hand - reserved) STORED,
    reorder_point     integer,
    bin               text,
    last_counted_on   date,
    PRIMARY KEY (warehouse_id, product_id),
    CHECK (reserved BETWEEN 0 AND on_hand)
);

INSERT INTO warehouse.stock_levels (warehouse_id, product_id, on_hand, reserved, reorder_point, bin, last_counted_on)
SELECT k.warehouse_id, k.product_id, coalesce(m.on_hand, 0), least(coalesce(m.on_hand, 0), coalesce(r.reserved, 0)),
       CASE WHEN (k.warehouse_id + k.product_id) % 7 > 0 THEN 5 * (1 + shop_seed.pick(711, k.product_id, 6)) END,
       CASE WHEN k.warehouse_id < 6 THEN chr(65 + k.product_id % 12) || '-' || lpad((1 + k.product_id * 7 % 40)::text, 2, '0') || '-' || (1 + k.product_id % 5) END,
       m.counted_on
FROM (SELECT warehouse_id, product_id FROM shop_seed.pair UNION SELECT warehouse_id, product_id FROM warehouse.stock_movements) AS k
LEFT JOIN (
    SELECT warehouse_id, product_id, sum(quantity) AS on_hand,
           (max(moved_at) FILTER (WHERE kind = 'adjustment') AT TIME ZONE 'UTC')::date AS counted_on
    FROM warehouse.stock_movements GROUP BY warehouse_id, product_id
) AS m USING (warehouse_id, product_id)
LEFT JOIN (
    SELECT o.warehouse_id, l.product_id, sum(l.quantity) AS reserved
    FROM shop_seed.order_plan AS o JOIN sales.order_lines AS l USING (order_id)
    WHERE o.shipped_on IS NULL AND o.fate = 'normal' AND o.channel <> 'store'
    GROUP BY o.warehouse_id, l.product_id
) AS r USING (warehouse_id, product_id)
ORDER BY k.warehouse_id, k.product_id;

-- ---------------------------------------------------------------- purchasing

CREATE TABLE warehouse.purchase_orders (
    purchase_order_no   text PRIMARY KEY,
    supplier_id         integer NOT NULL,
    warehouse_id        integer NOT NULL,
    ordered_on          date NOT NULL,
    expected_on         date,
    received_on         date,
    status              text,
    total               numeric(12, 2),
    items               jsonb NOT NULL
);

-- What is expected may lie after the reference date. The articles ordered are inside items.
INSERT INTO warehouse.purchase_orders
SELECT 'PO-' || (1000 + n),
       1 + shop_seed.pick(721, n, 108),
       (ARRAY[1, 1, 1, 2, 2, 3, 4, 5])[1 + shop_seed.pick(722, n, 8)],
       d.ordered_on,
       CASE WHEN n % 29 > 0 THEN d.ordered_on + d.days END,
       CASE WHEN d.ordered_on + d.days + d.late <= sales.reference_date() AND n % 41 > 0 THEN d.ordered_on + d.days + d.late END,
       CASE WHEN n % 41 = 0 THEN 'cancelled'
            WHEN d.ordered_on + d.days + d.late > sales.reference_date() THEN CASE WHEN n % 3 = 0 THEN 'Open' ELSE 'open' END
            WHEN n % 67 = 0 THEN 'received ' ELSE 'received' END,
       i.total, i.items
FROM generate_series(0, 899) AS n
CROSS JOIN LATERAL (
    SELECT DATE '2024-10-01' + n * 637 / 900 AS ordered_on, 10 + shop_seed.pick(723, n, 50) AS days,
           (ARRAY[-2, 0, 0, 0, 0, 1, 3, 9])[1 + shop_seed.pick(724, n, 8)] AS late
) AS d
CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('product_id', p.product_id, 'quantity', 24 * (1 + p.product_id % 5), 'unit_price', p.price) ORDER BY p.product_id) AS items,
           sum(p.price * 24 * (1 + p.product_id % 5)) AS total
    FROM (
        SELECT DISTINCT q.product_id, round(q.list_price * 0.52, 2) AS price
        FROM generate_series(0, n % 4) AS k
        JOIN sales.products AS q ON q.product_id = 1 + shop_seed.pick(725, n * 4 + k, 880)
    ) AS p
) AS i;

-- Planned, but nobody has written one yet.
CREATE TABLE warehouse.inspection_reports (
    report_id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    warehouse_id   integer NOT NULL,
    inspected_on   date NOT NULL,
    inspector_id   integer,
    passed         boolean,
    findings       text,
    photo          bytea
);
