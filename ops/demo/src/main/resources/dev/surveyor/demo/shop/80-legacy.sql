-- progress: What the old ERP left behind
--
-- Six tables copied out of the old system when the shop moved in 2022: no foreign keys, no
-- comments, dates and amounts as text, flags in any case, references that partly lead nowhere.
-- How the names read: kd = customer, nr/cd = number/code, ord_hd = order head, ord_ps = order
-- position, art_st = article master, wgr = commodity group, vtr = sales representative,
-- lief = supplier, mng = quantity, sts = status, gue_bis = valid to, flg_del = deleted (J/N).

CREATE TABLE legacy.t_wgr (
    wgr_cd    varchar(4) PRIMARY KEY,
    bez       varchar(40),
    ob_wgr    varchar(4),
    sts       char(2)
);

INSERT INTO legacy.t_wgr
SELECT CASE level WHEN 1 THEN 'H' ELSE 'W' END || lpad(category_id::text, 3, '0'),
       upper(left(translate(name, '&', '+'), 40) COLLATE "C"),
       CASE WHEN parent_id IS NOT NULL THEN CASE WHEN parent_id < 10 THEN 'H' ELSE 'W' END || lpad(parent_id::text, 3, '0') END,
       CASE WHEN category_id % 10 = 0 THEN 'i' ELSE 'A' END
FROM sales.categories WHERE category_id <= 160 ORDER BY category_id;

CREATE TABLE legacy.art_st (
    art_cd     varchar(20) PRIMARY KEY,
    bez        varchar(60),
    bez2       varchar(60),
    wgr_cd     varchar(4),
    lief_nr    integer,
    prs_vk     varchar(12),
    mwst_kz    char(1),
    anl_dt     char(8),
    gue_bis    char(8),
    sts        varchar(2),
    flg_del    char(1)
);

-- The articles of before July 2022, and 48 that were never taken over (X-...).
INSERT INTO legacy.art_st
SELECT p.sku, shop_seed.capitals(left(p.name, 60)), NULL,
       CASE WHEN p.category_id <= 160 THEN 'W' || p.category_id ELSE 'W' || (p.category_id - 40) END,
       CASE WHEN p.product_id % 140 = 3 THEN 900 + p.product_id % 7 ELSE 1 + shop_seed.pick(801, p.product_id, 108) END,
       replace(round(p.list_price * 0.89, 2)::text, '.', ','),
       CASE p.tax_class WHEN 'reduced' THEN '2' ELSE '1' END,
       to_char(p.launched_on, 'YYYYMMDD'),
       coalesce(to_char(CASE WHEN p.discontinued_on < DATE '2022-07-01' THEN p.discontinued_on END, 'YYYYMMDD'), '99991231'),
       (ARRAY['A', 'A', 'A', 'A', 'a', 'A ', 'S', 'G'])[1 + shop_seed.pick(802, p.product_id, 8)],
       (ARRAY['N', 'N', 'N', 'n', ' ', NULL])[1 + shop_seed.pick(803, p.product_id, 6)]
FROM sales.products AS p WHERE p.launched_on < DATE '2022-07-01'
ORDER BY p.product_id;

INSERT INTO legacy.art_st
SELECT 'X-' || lpad((n * 13)::text, 4, '0'), 'RESTPOSTEN ' || n, CASE WHEN n % 2 = 0 THEN 'NICHT MEHR LIEFERBAR' END, 'W' || (101 + n % 60), 1 + n % 108,
       (3 + n) || ',90', '1', (20090101 + n % 28)::text, '20211231', 'G', 'J'
FROM generate_series(1, 48) AS n;

CREATE TABLE legacy.t_kndst (
    kd_nr         integer PRIMARY KEY,
    cust_ref_cd   varchar(12),
    anr_kz        char(1),
    nm1           varchar(60),
    nm2           varchar(60),
    strs          varchar(60),
    plz           varchar(12),
    ort           varchar(40),
    lnd_kz        varchar(10),
    geb_dt        char(8),
    tel_nr        varchar(30),
    eml           varchar(80),
    krd_lim       varchar(14),
    vtr_nr        integer,
    sts           varchar(3),
    flg_del       char(1),
    anl_dt        char(8),
    gue_bis       char(8),
    bem           text
);

-- kd_nr is the old numbering and has nothing to do with sales.customers.customer_id, although
-- every kd_nr happens to be one. The link is cust_ref_cd; the last 37 lead nowhere.
INSERT INTO legacy.t_kndst
SELECT (c.customer_id * 1187::bigint + 331) % 3001 + 1,
       c.customer_no,
       CASE c.salutation WHEN 'Ms' THEN 'F' WHEN 'Mr' THEN 'H' WHEN 'Mx' THEN 'D' ELSE CASE WHEN c.kind = 'company' THEN '0' ELSE ' ' END END,
       shop_seed.capitals(coalesce(c.company_name, c.last_name)),
       CASE WHEN c.company_name IS NULL THEN c.first_name WHEN c.customer_id % 2 = 0 THEN 'z. Hd. ' || c.last_name END,
       a.street || ' ' || a.house_no, a.postal_code,
       CASE WHEN c.customer_id % 59 = 0 THEN '-' WHEN c.customer_id % 61 = 0 THEN 'N/A' WHEN c.customer_id % 53 = 0 THEN 'unbekannt'
            WHEN c.customer_id % 5 = 0 THEN shop_seed.capitals(a.city) WHEN c.customer_id % 7 = 0 THEN a.city || ' '
            WHEN c.customer_id % 11 = 0 THEN lower(a.city COLLATE "C") ELSE a.city END,
       CASE WHEN c.customer_id % 47 = 0 THEN 'N/A' WHEN c.customer_id % 9 = 0 THEN lower(c.country_code COLLATE "C") WHEN c.customer_id % 13 = 0 AND c.country_code = 'DE' THEN 'D'
            ELSE c.country_code END,
       CASE WHEN c.birth_date IS NULL THEN CASE WHEN c.customer_id % 2 = 0 THEN '00000000' ELSE '        ' END ELSE to_char(c.birth_date, 'YYYYMMDD') END,
       CASE WHEN c.customer_id % 4 = 0 THEN '' ELSE left(replace(c.phone, ' ', '/'), 30) END,
       CASE WHEN c.customer_id % 3 > 0 THEN upper(c.email COLLATE "C") END,
       CASE WHEN c.credit_limit IS NULL THEN '0,00' ELSE replace(to_char(c.credit_limit, 'FM999990.00'), '.', ',') END,
       CASE WHEN c.kind = 'company' THEN 20 + shop_seed.pick(811, c.customer_id, 25) ELSE 0 END,
       (ARRAY['A', 'A', 'A', 'A', 'A', 'a', 'A ', 'I', 'i', 'G', '?'])[1 + shop_seed.pick(812, c.customer_id, 11)],
       (ARRAY['N', 'N', 'N', 'N', 'n', ' ', 'J', NULL])[1 + shop_seed.pick(813, c.customer_id, 8)],
       to_char(c.registered_at AT TIME ZONE 'UTC', 'YYYYMMDD'),
       CASE WHEN c.deactivated_at IS NULL THEN '99991231' ELSE to_char(c.deactivated_at AT TIME ZONE 'UTC', 'YYYYMMDD') END,
       (ARRAY[NULL, NULL, NULL, NULL, NULL, '', 'ALTKUNDE', 'MAHNSTUFE 2', 'KEINE WERBUNG', 'siehe Akte'])[1 + shop_seed.pick(814, c.customer_id, 10)]
FROM sales.customers AS c
LEFT JOIN sales.addresses AS a ON a.customer_id = c.customer_id AND a.kind = 'billing'
WHERE c.customer_id <= 2960
ORDER BY 1;

INSERT INTO legacy.t_kndst
SELECT 3001 + n, 'K-' || (9000 + n * 3), '0', 'BARVERKAUF ' || n, NULL, NULL, NULL, '-', 'DE', '00000000', '', NULL, '0,00', 0, 'G', 'J', '20150101', '20181231', NULL
FROM generate_series(1, 37) AS n;

CREATE TABLE legacy.ord_hd (
    ord_id        integer PRIMARY KEY,
    cust_ref_cd   varchar(12),
    mig_ord_id    integer,
    ord_dt        char(8),
    lfr_dt        char(8),
    amt_nt        varchar(14),
    amt_vat       varchar(14),
    cur_cd        char(3),
    vtr_nr        integer,
    sts           varchar(2),
    flg_del       char(1)
);

CREATE TABLE legacy.ord_ps (
    ord_id     integer NOT NULL,
    ps_nr      smallint NOT NULL,
    art_cd     varchar(20),
    mng        integer,
    pr_nt      varchar(12),
    rab_pz     varchar(6),
    flg_del    char(1),
    PRIMARY KEY (ord_id, ps_nr)
);

-- Orders from July 2019 on. Those of the second half of 2022 ran through both systems: mig_ord_id
-- is the order in the new one, and adding both up counts them twice.
CREATE UNLOGGED TABLE shop_seed.old_order AS
SELECT n AS ord_id, NULL::integer AS mig_ord_id,
       1 + shop_seed.pick(821, n, 1250 + n * 730 / 4200) AS customer_id,
       DATE '2019-07-01' + n * 1095 / 4200 AS day
FROM generate_series(1, 4200) AS n;

INSERT INTO shop_seed.old_order
SELECT 4200 + row_number() OVER (ORDER BY order_id), order_id, customer_id, placed_on
FROM sales.orders
WHERE placed_on < DATE '2022-12-15' AND order_id % 9 < 5 AND customer_id <= 2960;

INSERT INTO legacy.ord_ps
SELECT * FROM (
    SELECT o.ord_id, k::smallint, p.sku,
           (ARRAY[1, 1, 1, 1, 2, 2, 3, 4, 6, 10])[1 + shop_seed.pick(831, o.ord_id * 8 + k, 10)],
           replace(round(p.list_price * 0.75, 2)::text, '.', ','),
           (ARRAY['0', '0', '0', '0,00', '5', '5,0', '10', '', NULL])[1 + shop_seed.pick(832, o.ord_id * 8 + k, 9)],
           (ARRAY['N', 'N', 'N', 'n', ' '])[1 + shop_seed.pick(833, o.ord_id * 8 + k, 5)]
    FROM shop_seed.old_order AS o
    CROSS JOIN LATERAL generate_series(1, (ARRAY[1, 1, 2, 2, 3, 5])[1 + shop_seed.pick(834, o.ord_id, 6)]) AS k
    JOIN sales.products AS p ON p.product_id = 1 + (shop_seed.h(835, o.ord_id * 8 + k) * shop_seed.h(836, o.ord_id * 8 + k) >> 31) * 560 / 2147483648
    WHERE o.mig_ord_id IS NULL
    UNION ALL
    SELECT o.ord_id, l.line_no, p.sku, l.quantity, replace(round(l.unit_price / 1.19, 2)::text, '.', ','),
           replace(round(l.discount * 100, 1)::text, '.', ','), 'N'
    FROM shop_seed.old_order AS o
    JOIN sales.order_lines AS l ON l.order_id = o.mig_ord_id
    JOIN sales.products AS p USING (product_id)
) AS positions
ORDER BY 1, 2;

-- Positions whose head was lost, and 30 positions of an article nobody knows any more.
INSERT INTO legacy.ord_ps
SELECT 90000 + n, 1, 'X-' || lpad((n * 13)::text, 4, '0'), n, '9,90', '0', 'J' FROM generate_series(1, 14) AS n;
UPDATE legacy.ord_ps SET art_cd = 'X-' || lpad((1 + ord_id % 48 * 13 + 600)::text, 4, '0')
WHERE ps_nr = 1 AND ord_id % 137 = 0 AND ord_id <= 4110;

INSERT INTO legacy.ord_hd
SELECT o.ord_id,
       CASE WHEN o.mig_ord_id IS NULL AND o.ord_id % 350 = 0 THEN 'K-' || (9000 + o.ord_id / 350 * 3) ELSE 'C-' || (100000 + o.customer_id * 7) END,
       o.mig_ord_id,
       to_char(o.day, 'YYYYMMDD'),
       CASE WHEN o.ord_id % 26 = 0 THEN '00000000' WHEN o.ord_id % 90 = 0 THEN '99991231' ELSE to_char(o.day + 2 + o.ord_id % 9, 'YYYYMMDD') END,
       replace(s.amount::text, '.', ','),
       replace(round(s.amount * 0.19, 2)::text, '.', ','),
       (ARRAY['EUR', 'EUR', 'EUR', 'EUR', 'eur', 'DEM', '   ', NULL])[1 + CASE WHEN o.ord_id % 20 > 0 THEN 0 ELSE shop_seed.pick(841, o.ord_id, 8) END],
       CASE WHEN o.ord_id % 700 = 9 THEN 999 WHEN o.ord_id % 5 = 0 THEN NULL ELSE 20 + shop_seed.pick(842, o.customer_id, 25) END,
       (ARRAY['A', 'A', 'a', 'A ', 'L', 'L', 'L', 'F', 'F', 'S'])[1 + shop_seed.pick(843, o.ord_id, 10)],
       (ARRAY['N', 'N', 'N', 'N', 'n', ' ', 'J', NULL])[1 + shop_seed.pick(844, o.ord_id, 8)]
FROM shop_seed.old_order AS o
JOIN (
    SELECT ord_id, sum(round(mng * replace(pr_nt, ',', '.')::numeric, 2)) AS amount FROM legacy.ord_ps GROUP BY ord_id
) AS s USING (ord_id)
ORDER BY o.ord_id;

-- Somebody's copy: no key, some rows twice.
CREATE TABLE legacy.t_kndst_bak (
    kd_nr         integer,
    cust_ref_cd   varchar(12),
    nm1           varchar(60),
    eml           varchar(80),
    kop_dt        char(8)
);

INSERT INTO legacy.t_kndst_bak
SELECT k.kd_nr, k.cust_ref_cd, k.nm1, k.eml, '20211130'
FROM legacy.t_kndst AS k CROSS JOIN LATERAL generate_series(1, CASE WHEN k.kd_nr % 10 = 0 THEN 2 ELSE 1 END) AS twice
WHERE k.kd_nr % 13 = 0
ORDER BY k.kd_nr;
