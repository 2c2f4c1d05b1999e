CREATE TABLE region (
    country char(2) NOT NULL,
    code varchar(10) NOT NULL,
    name text NOT NULL DEFAULT 'unnamed',
    PRIMARY KEY (country, code),
    UNIQUE (name)
);
CREATE TABLE customer (
    id integer PRIMARY KEY,
    country char(2),
    region varchar(10),
    email text CHECK (email <> ''),
    balance numeric(10,2) NOT NULL DEFAULT 0,
    picture bytea,
    FOREIGN KEY (country, region) REFERENCES region (country, code) ON UPDATE CASCADE ON DELETE SET NULL
);
CREATE INDEX customer_by_email ON customer (lower(email), id);
CREATE UNIQUE INDEX customer_once ON customer (country, region) WHERE balance > 0;
CREATE VIEW rich_customer AS SELECT id, email FROM customer WHERE balance > 1000;
CREATE TABLE empty_table (id integer);
CREATE TABLE "sel""ect
'; -- 客戶 ☃" ("Group" integer, "a.b" text, "quote""d
" text, "é" text, "Ünïcödé wîth sömé lëñgth úp tö thé lïmït" text, "(x)" text);
INSERT INTO region VALUES ('DE', 'BY', 'Bayern'), ('FR', 'IDF', 'Île-de-France');
INSERT INTO customer (id, country, region, email, balance, picture) VALUES
    (1, 'DE', 'BY', 'a@example.org', 12.50, '\x00ff'), (2, NULL, NULL, NULL, 5000, NULL);
INSERT INTO "sel""ect
'; -- 客戶 ☃" VALUES (1, 'x', 'y', 'z', 'w', 'v');
