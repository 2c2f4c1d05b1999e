-- progress: Foreign keys, indexes, views
--
-- Keys come after the data: checking a whole table at once is many times faster than checking
-- row by row. What is not declared here is not declared anywhere: some relations of the shop
-- exist by convention only (the README lists them).

ALTER TABLE sales.categories        ADD FOREIGN KEY (parent_id) REFERENCES sales.categories;
ALTER TABLE sales.suppliers         ADD FOREIGN KEY (country_code) REFERENCES sales.countries;
ALTER TABLE sales.products          ADD FOREIGN KEY (category_id) REFERENCES sales.categories;
ALTER TABLE sales.product_suppliers ADD FOREIGN KEY (product_id) REFERENCES sales.products;
ALTER TABLE sales.product_suppliers ADD FOREIGN KEY (supplier_id) REFERENCES sales.suppliers;
ALTER TABLE sales.promotions        ADD FOREIGN KEY (category_id) REFERENCES sales.categories ON DELETE SET NULL;
ALTER TABLE sales.stores            ADD FOREIGN KEY (country_code) REFERENCES sales.countries;
ALTER TABLE sales.employees         ADD FOREIGN KEY (manager_id) REFERENCES sales.employees;
ALTER TABLE sales.employees         ADD FOREIGN KEY (store_id) REFERENCES sales.stores;
ALTER TABLE sales.customers         ADD FOREIGN KEY (country_code) REFERENCES sales.countries;
ALTER TABLE sales.customers         ADD FOREIGN KEY (referred_by) REFERENCES sales.customers ON DELETE SET NULL;
ALTER TABLE sales.addresses         ADD FOREIGN KEY (customer_id) REFERENCES sales.customers ON DELETE CASCADE;
ALTER TABLE sales.addresses         ADD FOREIGN KEY (country_code) REFERENCES sales.countries;
ALTER TABLE sales.orders            ADD FOREIGN KEY (customer_id) REFERENCES sales.customers;
ALTER TABLE sales.orders            ADD FOREIGN KEY (store_id) REFERENCES sales.stores;
ALTER TABLE sales.orders            ADD FOREIGN KEY (sales_rep_id) REFERENCES sales.employees;
ALTER TABLE sales.order_lines       ADD PRIMARY KEY (order_id, line_no);
ALTER TABLE sales.order_lines       ADD FOREIGN KEY (order_id) REFERENCES sales.orders ON DELETE CASCADE;
ALTER TABLE sales.order_lines       ADD FOREIGN KEY (product_id) REFERENCES sales.products;
ALTER TABLE sales.returns           ADD FOREIGN KEY (order_id, line_no) REFERENCES sales.order_lines (order_id, line_no);
ALTER TABLE sales.payments          ADD FOREIGN KEY (order_id) REFERENCES sales.orders;
ALTER TABLE sales.product_reviews   ADD FOREIGN KEY (product_id) REFERENCES sales.products;
ALTER TABLE sales.product_reviews   ADD FOREIGN KEY (customer_id) REFERENCES sales.customers;
ALTER TABLE sales.loyalty_rewards   ADD FOREIGN KEY (customer_id) REFERENCES sales.customers;
ALTER TABLE warehouse.warehouses    ADD FOREIGN KEY (country_code) REFERENCES sales.countries;
ALTER TABLE warehouse.shipments     ADD FOREIGN KEY (order_id) REFERENCES sales.orders;
ALTER TABLE warehouse.shipments     ADD FOREIGN KEY (warehouse_id) REFERENCES warehouse.warehouses;
ALTER TABLE warehouse.shipments     ADD FOREIGN KEY (carrier_code) REFERENCES warehouse.carriers;
ALTER TABLE warehouse.stock_levels  ADD FOREIGN KEY (warehouse_id) REFERENCES warehouse.warehouses;
ALTER TABLE warehouse.stock_levels  ADD FOREIGN KEY (product_id) REFERENCES sales.products;
ALTER TABLE warehouse.stock_movements    ADD FOREIGN KEY (warehouse_id) REFERENCES warehouse.warehouses;
ALTER TABLE warehouse.purchase_orders    ADD FOREIGN KEY (warehouse_id) REFERENCES warehouse.warehouses;
ALTER TABLE warehouse.inspection_reports ADD FOREIGN KEY (warehouse_id) REFERENCES warehouse.warehouses;

-- Some columns that are searched have an index, some that should have none do not, and
-- orders_customer is made superfluous by orders_customer_placed: as in real life.
CREATE INDEX orders_customer ON sales.orders (customer_id);
CREATE INDEX orders_customer_placed ON sales.orders (customer_id, placed_at);
CREATE INDEX orders_placed_on ON sales.orders (placed_on);
CREATE INDEX orders_not_delivered ON sales.orders (placed_at) WHERE status IN ('new', 'paid', 'on_hold', 'picking', 'shipped');
CREATE INDEX order_lines_product ON sales.order_lines (product_id);
CREATE INDEX payments_order ON sales.payments (order_id);
CREATE INDEX customers_email ON sales.customers (lower(email::text));
CREATE INDEX customers_name ON sales.customers (last_name, first_name);
CREATE INDEX products_category ON sales.products (category_id);
CREATE INDEX products_search ON sales.products USING gin (search_vector);
CREATE INDEX products_attributes ON sales.products USING gin (attributes jsonb_path_ops);
CREATE INDEX stock_movements_product ON warehouse.stock_movements (product_id, moved_at);
CREATE INDEX ord_hd_i1 ON legacy.ord_hd (cust_ref_cd);

-- Identity columns filled with given numbers continue after the last one.
SELECT setval(pg_get_serial_sequence('sales.suppliers', 'supplier_id'), (SELECT max(supplier_id) FROM sales.suppliers)),
       setval(pg_get_serial_sequence('sales.products', 'product_id'), (SELECT max(product_id) FROM sales.products)),
       setval(pg_get_serial_sequence('sales.employees', 'employee_id'), (SELECT max(employee_id) FROM sales.employees)),
       setval(pg_get_serial_sequence('sales.customers', 'customer_id'), (SELECT max(customer_id) FROM sales.customers)),
       setval(pg_get_serial_sequence('sales.addresses', 'address_id'), (SELECT max(address_id) FROM sales.addresses)),
       setval(pg_get_serial_sequence('sales.orders', 'order_id'), (SELECT max(order_id) FROM sales.orders));

CREATE VIEW sales.open_orders AS
SELECT o.order_id, o.order_no, o.status, o.channel, o.placed_on,
       sales.reference_date() - o.placed_on AS days_open,
       coalesce(c.company_name, concat_ws(' ', btrim(c.first_name), btrim(c.last_name))) AS customer,
       c.country_code, o.total
FROM sales.orders AS o
JOIN sales.customers AS c USING (customer_id)
WHERE o.status NOT IN ('delivered', 'cancelled');

CREATE VIEW sales.customer_overview AS
SELECT c.customer_id, c.customer_no, c.kind,
       coalesce(c.company_name, concat_ws(' ', btrim(c.first_name), btrim(c.last_name))) AS display_name,
       c.country_code, c.segment, (c.registered_at AT TIME ZONE 'UTC')::date AS registered_on,
       coalesce(o.orders, 0) AS orders, coalesce(o.revenue, 0) AS revenue,
       o.first_order_on, o.last_order_on
FROM sales.customers AS c
LEFT JOIN (
    SELECT customer_id, count(*) AS orders, sum(total) AS revenue,
           min(placed_on) AS first_order_on, max(placed_on) AS last_order_on
    FROM sales.orders
    WHERE status <> 'cancelled'
    GROUP BY customer_id
) AS o USING (customer_id);

CREATE VIEW warehouse.low_stock AS
SELECT w.code AS warehouse, p.sku, p.name, s.on_hand, s.reserved, s.reorder_point
FROM warehouse.stock_levels AS s
JOIN warehouse.warehouses AS w USING (warehouse_id)
JOIN sales.products AS p USING (product_id)
WHERE s.available < s.reorder_point AND p.status = 'active';

CREATE MATERIALIZED VIEW sales.daily_revenue AS
SELECT o.placed_on AS day, o.channel, count(*) AS orders, sum(o.goods_total) AS goods_total,
       sum(o.shipping_fee) AS shipping_fees, sum(o.total) AS revenue
FROM sales.orders AS o
WHERE o.status <> 'cancelled'
GROUP BY o.placed_on, o.channel
ORDER BY o.placed_on, o.channel;

CREATE UNIQUE INDEX daily_revenue_day_channel ON sales.daily_revenue (day, channel);
