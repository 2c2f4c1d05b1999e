-- progress: Comments and planner statistics
--
-- The sales schema is documented well, though not everywhere; the warehouse here and there;
-- the legacy schema not at all.

COMMENT ON SCHEMA sales IS 'Larkmoor Trading: customers, catalogue, orders and payments. All amounts in euro including VAT unless stated otherwise.';
COMMENT ON SCHEMA warehouse IS 'Stock, shipments and purchasing';
COMMENT ON FUNCTION sales.reference_date() IS 'Today in this demo database: nothing that has happened lies after this day.';
COMMENT ON TYPE sales.order_status IS 'new: just placed; paid: payment arrived; on_hold: stopped by customer care; picking, shipped, delivered; cancelled: counts in no figure';
COMMENT ON DOMAIN sales.fraction IS 'A share from 0 to 1: 0.25 is 25 percent';

COMMENT ON TABLE sales.countries IS 'Countries we could deliver to, whether or not we have customers there';
COMMENT ON COLUMN sales.countries.country_code IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN sales.countries.vat_rate IS 'Standard VAT rate; null where none is charged';

COMMENT ON TABLE sales.exchange_rates IS 'Monthly rates used to charge customers who do not pay in euro';
COMMENT ON COLUMN sales.exchange_rates.per_euro IS 'Units of the currency for one euro';

COMMENT ON TABLE sales.categories IS 'Product categories: department, group, kind (a tree of three levels)';
COMMENT ON COLUMN sales.categories.parent_id IS 'The category above; null for the six departments';

COMMENT ON TABLE sales.products IS 'Articles, past, present and planned';
COMMENT ON COLUMN sales.products.sku IS 'Article number printed on the label';
COMMENT ON COLUMN sales.products.list_price IS 'Current price to consumers in euro, VAT included';
COMMENT ON COLUMN sales.products.purchase_price IS 'Average price we pay, in euro';
COMMENT ON COLUMN sales.products.weight_kg IS 'Weight with packaging; null if never weighed';
COMMENT ON COLUMN sales.products.attributes IS 'Whatever the kind of product needs: width_cm, height_cm, energy_class, care, packaging';
COMMENT ON COLUMN sales.products.discontinued_on IS 'Last day on sale; null while it is sold';
COMMENT ON COLUMN sales.products.successor_id IS 'The product that replaces it';

COMMENT ON TABLE sales.suppliers IS 'Who we buy from';
COMMENT ON COLUMN sales.suppliers.rating IS 'A (best) to D, by the purchasing department';
COMMENT ON TABLE sales.product_suppliers IS 'Which supplier can deliver which product, at what price';
COMMENT ON COLUMN sales.product_suppliers.unit_price IS 'Net price in euro per piece';

COMMENT ON TABLE sales.promotions IS 'Discount campaigns';
COMMENT ON COLUMN sales.promotions.active IS 'From the first day to the day after the last; may lie ahead';
COMMENT ON COLUMN sales.promotions.basket_value IS 'Basket values in euro that qualify; null: any';

COMMENT ON TABLE sales.stores IS 'Our own shops';
COMMENT ON TABLE sales.employees IS 'Staff, present and former';
COMMENT ON COLUMN sales.employees.manager_id IS 'Direct superior; null for the managing director and externals';
COMMENT ON COLUMN sales.employees.salary IS 'Gross per year in euro, confidential';

COMMENT ON TABLE sales.customers IS 'People and companies with an account';
COMMENT ON COLUMN sales.customers.customer_no IS 'The number on invoices, also used by the old ERP';
COMMENT ON COLUMN sales.customers.kind IS 'person or company';
COMMENT ON COLUMN sales.customers.segment IS 'Set by sales; spelling is not uniform';
COMMENT ON COLUMN sales.customers.loyalty_tier IS 'bronze, silver, gold, platinum; null: not in the programme';
COMMENT ON COLUMN sales.customers.heard_from IS 'How the customer found us';
COMMENT ON COLUMN sales.customers.birth_date IS 'As entered by the customer; 1900-01-01 means refused';
COMMENT ON COLUMN sales.customers.fax IS 'No longer used';
COMMENT ON COLUMN sales.customers.referred_by IS 'The customer who recommended us';

COMMENT ON TABLE sales.addresses IS 'One billing and at most one delivery address per customer';
COMMENT ON COLUMN sales.addresses.valid IS 'Period in which the address may be used';

COMMENT ON TABLE sales.orders IS 'One row per order from any channel';
COMMENT ON COLUMN sales.orders.status IS 'Leave cancelled orders out of revenue';
COMMENT ON COLUMN sales.orders.channel IS 'web, app, marketplace, phone or store';
COMMENT ON COLUMN sales.orders.placed_on IS 'Day of placed_at';
COMMENT ON COLUMN sales.orders.currency IS 'Currency the customer pays in; the amounts of this table are in euro all the same';
COMMENT ON COLUMN sales.orders.goods_total IS 'Sum of line_total over the order lines';
COMMENT ON COLUMN sales.orders.total IS 'goods_total plus shipping_fee: what the customer owes, in euro';
COMMENT ON COLUMN sales.orders.delivery_address_id IS 'Address the order goes to; null for store sales';

COMMENT ON TABLE sales.order_lines IS 'What was ordered; a product occurs at most once per order';
COMMENT ON COLUMN sales.order_lines.unit_price IS 'Price per piece at the time of the order, before discount';
COMMENT ON COLUMN sales.order_lines.line_total IS 'quantity x unit_price x (1 - discount), rounded to the cent';

COMMENT ON TABLE sales.payments IS 'Money in and out; refunds have negative amounts; failed attempts moved no money';
COMMENT ON COLUMN sales.payments.amount IS 'In euro';
COMMENT ON COLUMN sales.payments.amount_charged IS 'The same in the currency of the payment';

COMMENT ON TABLE sales.returns IS 'Order lines sent back, wholly or in part';
COMMENT ON COLUMN sales.returns.reason_text IS 'In the customer''s words';
COMMENT ON COLUMN sales.product_reviews.rating IS 'Stars from 1 to 5; null: text only';
COMMENT ON TABLE sales.loyalty_rewards IS 'Starts in 2027';
COMMENT ON VIEW sales.open_orders IS 'Orders neither delivered nor cancelled';
COMMENT ON VIEW sales.customer_overview IS 'One row per customer with orders and revenue, cancelled orders left out';
COMMENT ON MATERIALIZED VIEW sales.daily_revenue IS 'Revenue by day and channel, cancelled orders left out';

COMMENT ON TABLE warehouse.shipments IS 'Parcels; an order may leave in two';
COMMENT ON COLUMN warehouse.shipments.promised_on IS 'Delivery day promised to the customer; may lie ahead';
COMMENT ON TABLE warehouse.stock_movements IS 'Every change of stock since 2025, partitioned by quarter';
COMMENT ON COLUMN warehouse.stock_movements.quantity IS 'Positive: into the warehouse; negative: out of it';
COMMENT ON COLUMN warehouse.stock_levels.available IS 'on_hand less reserved';

DROP SCHEMA shop_seed CASCADE;

ANALYZE sales.countries;         ANALYZE sales.exchange_rates;     ANALYZE sales.categories;      ANALYZE sales.suppliers;
ANALYZE sales.products;          ANALYZE sales.product_suppliers;  ANALYZE sales.promotions;      ANALYZE sales.stores;
ANALYZE sales.employees;         ANALYZE sales.customers;          ANALYZE sales.addresses;       ANALYZE sales.orders;
ANALYZE sales.order_lines;       ANALYZE sales.returns;            ANALYZE sales.payments;        ANALYZE sales.product_reviews;
ANALYZE sales.web_sessions;      ANALYZE sales."GiftCard";         ANALYZE sales.loyalty_rewards; ANALYZE sales.daily_revenue;
ANALYZE warehouse.carriers;      ANALYZE warehouse.warehouses;     ANALYZE warehouse.shipments;   ANALYZE warehouse.stock_movements;
ANALYZE warehouse.stock_levels;  ANALYZE warehouse.purchase_orders; ANALYZE warehouse.inspection_reports;
ANALYZE legacy.t_wgr;            ANALYZE legacy.art_st;            ANALYZE legacy.t_kndst;        ANALYZE legacy.t_kndst_bak;
ANALYZE legacy.ord_hd;           ANALYZE legacy.ord_ps;
