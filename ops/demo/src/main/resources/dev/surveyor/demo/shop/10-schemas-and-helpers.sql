-- progress: Schemas, types and the seeded number generator
--
-- Larkmoor Trading GmbH, an invented mail-order house for home, garden and outdoor goods.
-- The finished database has three schemas:
--   sales      the modern shop: customers, catalogue, orders, payments (mostly commented)
--   warehouse  stock, shipments, purchasing (partly commented)
--   legacy     what was carried over from the old ERP (cryptic names, no comments, no foreign keys)
-- A fourth one, shop_seed, holds the helpers and lists of the generation and is dropped at the end.
--
-- Everything is a function of current_setting('shop.seed') and of the fixed reference date.
-- No clock, no random(), no built-in hash, no locale-dependent ordering takes part.

SET LOCAL TimeZone = 'UTC';
SET LOCAL DateStyle = 'ISO, YMD';
SET LOCAL lc_monetary = 'C';
SET LOCAL client_min_messages = warning;
SET LOCAL jit = off;            -- compiling costs more than these one-off statements
SET LOCAL work_mem = '64MB';

CREATE SCHEMA sales;
CREATE SCHEMA warehouse;
CREATE SCHEMA legacy;
CREATE SCHEMA shop_seed;

-- "Today" in the shop: nothing that has happened lies after this day.
CREATE FUNCTION sales.reference_date() RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT DATE '2026-06-30' $$;

-- The seed becomes a constant of a function body, so that the planner can fold it
-- and inline everything below into the statements that use it.
DO $$
BEGIN
    EXECUTE format(
        'CREATE FUNCTION shop_seed.seed() RETURNS bigint
             LANGUAGE sql IMMUTABLE PARALLEL SAFE AS ''SELECT %s::bigint''',
        mod(abs(coalesce(nullif(current_setting('shop.seed', true), ''), '42')::numeric), 2147483629));
END
$$;

-- A pseudo-random number from 0 to 2^31 - 1 for row n of the stream called salt.
-- Three rounds of "xor a stream constant, multiply, reduce by a prime": the xor and the three
-- different primes break the lattice a plain linear generator would show between neighbouring
-- rows and streams. No product exceeds 2^63. n is mentioned once, so the function is inlined
-- whatever the caller passes.
CREATE FUNCTION shop_seed.h(salt integer, n bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
        SELECT ((((((n + shop_seed.seed() * 7919) & 2147483647)
                   # ((salt * 1640531527::bigint) & 2147483647)) * 1597334677 % 2147483629)
                  # ((salt * 747796405::bigint + shop_seed.seed() * 40503) & 2147483647)) * 1103515245 % 2147483587
                 # ((salt * 295559667::bigint + shop_seed.seed()) & 2147483647)) * 1812433253 % 2147483579
    $$;

-- A whole number from 0 to k - 1.
CREATE FUNCTION shop_seed.pick(salt integer, n bigint, k bigint) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT ((shop_seed.h(salt, n) * k) >> 31)::integer $$;

-- True for about that many rows in a thousand.
CREATE FUNCTION shop_seed.chance(salt integer, n bigint, per_mille integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT ((shop_seed.h(salt, n) * 1000) >> 31) < per_mille $$;

-- One element of a list.
CREATE FUNCTION shop_seed.one_of(salt integer, n bigint, list text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT list[1 + ((shop_seed.h(salt, n) * cardinality(list)) >> 31)] $$;

-- Letters only of the ASCII alphabet, lower case: for e-mail addresses and web addresses.
CREATE FUNCTION shop_seed.slug(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
        SELECT btrim(regexp_replace(lower(translate(value,
            'ÄÖÜäöüßÉéèêëáàâãåÅíîóôõøØúñçłŁśŚżźćęąńýřšŠžŽč&',
            'AOUaousEeeeeaaaaaAiiooooOunclLsSzzceanyrsSzZc-') COLLATE "C"), '[^a-z0-9]+', '-', 'g'), '-')
    $$;

-- Capitals, as the old ERP wrote them; independent of the locale of the database.
CREATE FUNCTION shop_seed.capitals(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
        SELECT upper(translate(replace(value, 'ß', 'ss'), 'äöüéèêëáàâãåíîóôõøúñçłśżćęąńýřš', 'ÄÖÜÉÈÊËÁÀÂÃÅÍÎÓÔÕØÚÑÇŁŚŻĆĘĄŃÝŘŠ') COLLATE "C")
    $$;

-- The two ISO 7064 check digits make the IBAN valid; callers pass bank codes nobody holds.
-- The only letter in an account part is X (33), used where a country writes bank codes in letters.
CREATE FUNCTION shop_seed.iban(country text, account text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
        SELECT country
            || lpad((98 - mod((replace(account, 'X', '33')
                               || (ascii(substr(country, 1, 1)) - 55)::text
                               || (ascii(substr(country, 2, 1)) - 55)::text
                               || '00')::numeric, 97))::text, 2, '0')
            || account
    $$;

-- A uuid of version 4 form.
CREATE FUNCTION shop_seed.uuid(salt integer, n bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
        SELECT (lpad(to_hex(shop_seed.h(salt, n)), 8, '0')
            || lpad(to_hex(shop_seed.h(salt + 1, n) & 65535), 4, '0')
            || '4' || lpad(to_hex(shop_seed.h(salt + 2, n) & 4095), 3, '0')
            || 'a' || lpad(to_hex(shop_seed.h(salt + 3, n) & 4095), 3, '0')
            || lpad(to_hex(n & 65535), 4, '0')
            || lpad(to_hex(shop_seed.h(salt + 4, n)), 8, '0'))::uuid
    $$;

CREATE TYPE sales.customer_kind AS ENUM ('person', 'company');
CREATE TYPE sales.address_kind AS ENUM ('billing', 'delivery');
CREATE TYPE sales.product_status AS ENUM ('draft', 'active', 'discontinued');
CREATE TYPE sales.order_status AS ENUM
    ('new', 'paid', 'on_hold', 'picking', 'shipped', 'delivered', 'cancelled');
CREATE TYPE warehouse.movement_kind AS ENUM ('opening', 'receipt', 'issue', 'return', 'adjustment');

CREATE TYPE sales.contact AS (full_name text, email text, phone text);
CREATE TYPE warehouse.geo_position AS (latitude numeric(8, 5), longitude numeric(8, 5));

CREATE DOMAIN sales.email_address AS text CHECK (VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+[.][a-zA-Z]+ *$');
CREATE DOMAIN sales.fraction AS numeric(4, 3) CHECK (VALUE BETWEEN 0 AND 1);

-- The trading days with their relative weight. All arithmetic is in whole numbers.
-- The shape: steady growth, busy Mondays and Fridays, a December season, a quiet midsummer,
-- Black Friday, a day the site was down (2024-03-12) and a day a video went viral (2025-05-17).
CREATE UNLOGGED TABLE shop_seed.day AS
WITH weighted AS (
    SELECT d AS day_no,
           DATE '2022-07-01' + d AS day,
           (100 + d * 130 / 1461)::bigint
               * (ARRAY[112, 104, 100, 101, 118, 84, 76])[extract(isodow FROM DATE '2022-07-01' + d)::integer]
               * (ARRAY[88, 84, 96, 102, 106, 98, 82, 80, 96, 104, 128, 168])[extract(month FROM DATE '2022-07-01' + d)::integer]
               * (86 + shop_seed.pick(101, d, 29))
               * CASE
                     WHEN to_char(DATE '2022-07-01' + d, 'MMDD') BETWEEN '1223' AND '1231' THEN 38
                     WHEN extract(isodow FROM DATE '2022-07-01' + d) = 5
                          AND to_char(DATE '2022-07-01' + d, 'MMDD') BETWEEN '1123' AND '1129' THEN 310
                     WHEN DATE '2022-07-01' + d = DATE '2024-03-12' THEN 6
                     WHEN DATE '2022-07-01' + d = DATE '2025-05-17' THEN 420
                     ELSE 100
                 END AS weight
    FROM generate_series(0, 1460) AS d
), running AS (
    SELECT day_no, day, weight,
           sum(weight) OVER (ORDER BY day_no) AS until_here,
           sum(weight) OVER () AS total
    FROM weighted
)
SELECT day_no, day,
       (extract(year FROM day) * 4 + extract(quarter FROM day) - 1)::integer AS quarter_no,
       floor(until_here * 40000 / total)::integer - floor((until_here - weight) * 40000 / total)::integer AS orders
FROM running;
