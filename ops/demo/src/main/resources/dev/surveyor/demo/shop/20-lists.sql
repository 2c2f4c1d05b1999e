-- progress: Word lists: countries, cities, names, goods
--
-- Countries and exchange rates stay in the shop; the lists in shop_seed are only drawn from.

CREATE TABLE sales.countries (
    country_code   char(2) PRIMARY KEY,
    country_name   text NOT NULL UNIQUE,
    region         text NOT NULL,
    currency       char(3) NOT NULL,
    calling_code   text,
    vat_rate       sales.fraction,
    is_eu_member   boolean NOT NULL
);

-- Sixteen of them (Iceland and Japan, for instance) have no customers, so that "countries without customers" has an answer.
INSERT INTO sales.countries VALUES
    ('DE', 'Germany',        'Central Europe',  'EUR', '+49',  0.190, true),
    ('AT', 'Austria',        'Central Europe',  'EUR', '+43',  0.200, true),
    ('CH', 'Switzerland',    'Central Europe',  'CHF', '+41',  0.081, false),
    ('LI', 'Liechtenstein',  'Central Europe',  'CHF', '+423', 0.081, false),
    ('FR', 'France',         'Western Europe',  'EUR', '+33',  0.200, true),
    ('BE', 'Belgium',        'Western Europe',  'EUR', '+32',  0.210, true),
    ('NL', 'Netherlands',    'Western Europe',  'EUR', '+31',  0.210, true),
    ('LU', 'Luxembourg',     'Western Europe',  'EUR', '+352', 0.170, true),
    ('GB', 'United Kingdom', 'Western Europe',  'GBP', '+44',  0.200, false),
    ('IE', 'Ireland',        'Western Europe',  'EUR', '+353', 0.230, true),
    ('IT', 'Italy',          'Southern Europe', 'EUR', '+39',  0.220, true),
    ('ES', 'Spain',          'Southern Europe', 'EUR', '+34',  0.210, true),
    ('PT', 'Portugal',       'Southern Europe', 'EUR', '+351', 0.230, true),
    ('GR', 'Greece',         'Southern Europe', 'EUR', '+30',  0.240, true),
    ('MT', 'Malta',          'Southern Europe', 'EUR', '+356', 0.180, true),
    ('CY', 'Cyprus',         'Southern Europe', 'EUR', '+357', 0.190, true),
    ('SI', 'Slovenia',       'Southern Europe', 'EUR', '+386', 0.220, true),
    ('HR', 'Croatia',        'Southern Europe', 'EUR', '+385', 0.250, true),
    ('DK', 'Denmark',        'Northern Europe', 'DKK', '+45',  0.250, true),
    ('SE', 'Sweden',         'Northern Europe', 'SEK', '+46',  0.250, true),
    ('NO', 'Norway',         'Northern Europe', 'NOK', '+47',  0.250, false),
    ('FI', 'Finland',        'Northern Europe', 'EUR', '+358', 0.255, true),
    ('IS', 'Iceland',        'Northern Europe', 'ISK', '+354', 0.240, false),
    ('EE', 'Estonia',        'Northern Europe', 'EUR', '+372', 0.220, true),
    ('LV', 'Latvia',         'Northern Europe', 'EUR', '+371', 0.210, true),
    ('LT', 'Lithuania',      'Northern Europe', 'EUR', '+370', 0.210, true),
    ('PL', 'Poland',         'Eastern Europe',  'PLN', '+48',  0.230, true),
    ('CZ', 'Czechia',        'Eastern Europe',  'CZK', '+420', 0.210, true),
    ('SK', 'Slovakia',       'Eastern Europe',  'EUR', '+421', 0.230, true),
    ('HU', 'Hungary',        'Eastern Europe',  'HUF', '+36',  0.270, true),
    ('RO', 'Romania',        'Eastern Europe',  'RON', '+40',  0.190, true),
    ('BG', 'Bulgaria',       'Eastern Europe',  'BGN', '+359', 0.200, true),
    ('US', 'United States',  'Overseas',        'USD', '+1',   NULL,  false),
    ('CA', 'Canada',         'Overseas',        'CAD', '+1',   0.050, false),
    ('AU', 'Australia',      'Overseas',        'AUD', '+61',  0.100, false),
    ('JP', 'Japan',          'Overseas',        'JPY', '+81',  0.100, false),
    ('NZ', 'New Zealand',    'Overseas',        'NZD', '+64',  0.150, false),
    ('KR', 'South Korea',    'Overseas',        'KRW', '+82',  0.100, false),
    ('CN', 'China',          'Overseas',        'CNY', '+86',  0.130, false),
    ('TW', 'Taiwan',         'Overseas',        'TWD', '+886', 0.050, false),
    ('VN', 'Vietnam',        'Overseas',        'VND', '+84',  0.100, false),
    ('TR', 'Turkey',         'Eastern Europe',  'TRY', '+90',  0.200, false),
    ('IN', 'India',          'Overseas',        'INR', '+91',  0.180, false),
    ('MX', 'Mexico',         'Overseas',        'MXN', '+52',  0.160, false);

-- The currencies a customer may pay in. Amounts everywhere else are in euro.
CREATE TABLE sales.exchange_rates (
    currency   char(3) NOT NULL,
    month      date NOT NULL CHECK (extract(day FROM month) = 1),
    per_euro   numeric(12, 5) NOT NULL CHECK (per_euro > 0),
    PRIMARY KEY (currency, month)
);

INSERT INTO sales.exchange_rates
SELECT c.currency,
       (DATE '2022-07-01' + make_interval(months => m))::date,
       round(c.per_euro * (1000 + c.drift * m / 47.0
             + shop_seed.pick(111, c.n * 100 + m, 25) - 12) / 1000, 5)
FROM (VALUES (1, 'GBP',  0.85200,  12), (2, 'CHF', 0.98800, -48), (3, 'SEK', 10.71000, 60),
             (4, 'DKK',  7.45000,   1), (5, 'PLN', 4.72000, -95), (6, 'USD',  1.03000, 95),
             (7, 'NOK', 10.12000, 130)) AS c (n, currency, per_euro, drift)
CROSS JOIN generate_series(0, 47) AS m
ORDER BY c.n, m;

-- Invented people: given and family names common in eight language areas, one row per area.
CREATE UNLOGGED TABLE shop_seed.names (culture text, language text, women text[], men text[], families text[]);
INSERT INTO shop_seed.names VALUES
    ('de', 'de', '{Anna,Lena,Katharina,Sabine,Ursula,Hannah,Mia,Birgit,Claudia,Franziska,Greta,Heike,Johanna,Jana,Ronja,Svenja,Petra,Antje,Elke,Frieda,Theresa,Ida}',
                 '{Lukas,Jonas,Stefan,Thomas,Andreas,Felix,Maximilian,Jürgen,Wolfgang,Paul,Moritz,Holger,Tobias,Emil,Karsten,Bernd,Fritz,Hannes,Matthias,Ole,Sebastian,Uwe}',
                 '{Müller,Schneider,Fischer,Weber,Becker,Hoffmann,Schäfer,Koch,Bauer,Richter,Klein,Wolf,Neumann,Schwarz,Zimmermann,Krüger,Hartmann,Lange,Krause,Lehmann,Köhler,Maier,Walter,Peters,Vogel,Jansen,Brandt,Haas,Schreiber,Dietrich,Kuhn,Pohl,Engel,Horn,Busch,Bergmann,Thiel,Voigt,Sauer,Arndt}'),
    ('en', 'en', '{Alice,Charlotte,Emily,Grace,Harriet,Imogen,Jessica,Lucy,Megan,Olivia,Poppy,Rosie,Sophie,Victoria,Zoe,Amelia,Beth,Daisy,Freya,Holly}',
                 '{Oliver,George,Harry,Jack,Arthur,Thomas,William,James,Henry,Edward,Samuel,Daniel,Alfie,Callum,Ewan,Finlay,Rhys,Toby,Miles,Owen}',
                 '{Ashworth,Barker,Carter,Dawson,Ellis,Fletcher,Graham,Hughes,Ingram,Jennings,Kirby,Lawson,Marsh,Norris,Osborne,Parsons,Quigley,Reid,Sutton,Turner,Underhill,Vaughan,Walsh,Yates,Bright,Coleman,Doyle,Fairfax,O''Neill,Mc Allister}'),
    ('fr', 'fr', '{Camille,Chloé,Élodie,Inès,Juliette,Léa,Manon,Margaux,Nathalie,Océane,Pauline,Sandrine,Sylvie,Valérie,Zoé,Hélène,Amélie,Brigitte}',
                 '{Antoine,Baptiste,Clément,Damien,Étienne,François,Guillaume,Hugo,Jérôme,Julien,Laurent,Mathieu,Nicolas,Olivier,Pascal,Quentin,Rémi,Théo}',
                 '{Bernard,Dubois,Durand,Lefèvre,Moreau,Girard,Roux,Fontaine,Chevalier,Gauthier,Perrin,Clément,Marchand,Blanc,Guérin,Faure,Mercier,Lambert,Bonnet,Legrand,Garnier,Rousseau,Noël,Colin,Renard,Barbier,Picard,Lemoine,Aubert,de La Tour}'),
    ('es', 'es', '{Carmen,Lucía,María José,Paula,Sofía,Elena,Marta,Inés,Beatriz,Pilar,Nuria,Rocío,Alba,Irene,Teresa,Clara}',
                 '{Alejandro,Javier,Pablo,Diego,Sergio,Manuel,Álvaro,Iván,Rafael,Miguel Ángel,Jorge,Rubén,Hugo,Marcos,Luis,Tomás}',
                 '{García,Fernández,López,Martínez,Sánchez,Romero,Navarro,Torres,Domínguez,Vázquez,Ramos,Gil,Serrano,Molina,Castro,Ortega,Delgado,Marín,Iglesias,Peña,Cruz,Prieto,Santos,Silva,Pereira,Almeida,Costa,Ferreira}'),
    ('it', 'it', '{Giulia,Chiara,Francesca,Martina,Alessia,Valentina,Elisa,Federica,Silvia,Ilaria,Laura,Bianca,Caterina,Serena,Donatella,Noemi}',
                 '{Marco,Luca,Matteo,Lorenzo,Davide,Simone,Riccardo,Stefano,Giorgio,Paolo,Nicolò,Pietro,Enrico,Fabio,Gianluca,Carlo}',
                 '{Rossi,Ferrari,Esposito,Bianchi,Romano,Colombo,Ricci,Marino,Greco,Bruno,Gallo,Conti,Mancini,Lombardi,Moretti,Barbieri,Fontana,Rinaldi,Caruso,Ferrara,Galli,Martini,Leone,Longo,D''Angelo,De Luca}'),
    ('nl', 'nl', '{Anouk,Femke,Sanne,Lotte,Maaike,Eva,Fleur,Iris,Marijke,Roos,Saskia,Tess,Wietske,Joke,Noor,Hanneke}',
                 '{Bram,Daan,Sander,Jeroen,Pieter,Thijs,Ruben,Maarten,Joost,Koen,Wouter,Niels,Gijs,Hendrik,Lars,Stijn}',
                 '{de Vries,van Dijk,Bakker,Visser,Smit,de Boer,Mulder,de Groot,Bos,Vos,Hendriks,van Leeuwen,Dekker,Brouwer,de Wit,Dijkstra,Kok,Jacobs,van der Meer,Peeters,Maes,Claes,Willems,Goossens,Wouters,Postma}'),
    ('no', 'sv', '{Astrid,Ingrid,Freja,Elin,Maja,Sigrid,Karin,Linnéa,Solveig,Åsa,Kirsten,Signe,Thea,Ylva,Hanne,Aino}',
                 '{Erik,Lars,Anders,Magnus,Henrik,Jens,Mikkel,Oskar,Axel,Björn,Søren,Gustav,Nils,Håkon,Torsten,Elias}',
                 '{Andersson,Johansson,Nilsson,Larsen,Hansen,Pedersen,Lindberg,Bergström,Olsen,Dahl,Berg,Haugen,Lund,Holm,Nygaard,Sandberg,Ekström,Sjöberg,Virtanen,Korhonen,Møller,Kristensen,Lindqvist,Solberg,Åkesson,Strand}'),
    ('pl', 'pl', '{Agnieszka,Katarzyna,Zofia,Małgorzata,Ewa,Hanna,Joanna,Magda,Natalia,Weronika,Veronika,Tereza,Lucie,Eszter,Ioana,Elena}',
                 '{Piotr,Krzysztof,Tomasz,Jakub,Marek,Paweł,Michał,Wojciech,Szymon,Adam,Ondřej,Jiří,Gábor,Andrei,Mihai,Kamil}',
                 '{Nowak,Wiśniewski,Wójcik,Kowalczyk,Zieliński,Mazur,Krawczyk,Dudek,Pawlak,Górski,Sikora,Baran,Kubiak,Lis,Novotný,Dvořák,Horák,Král,Szabó,Kovács,Popescu,Ionescu,Ivanov,Petrov,Horvat,Novák}');

-- 84 cities: the share of customers (weight), the language area of their names, post code form.
-- In a post code form # is any digit.
CREATE UNLOGGED TABLE shop_seed.city (
    city_no integer GENERATED ALWAYS AS IDENTITY, country_code char(2), city text, region text,
    culture text, postcode text, weight integer);
INSERT INTO shop_seed.city (country_code, city, region, culture, postcode, weight) VALUES
    ('DE', 'Berlin',       'Berlin',                 'de', '10###',   60), ('DE', 'Hamburg',     'Hamburg',             'de', '20###', 54),
    ('DE', 'München',      'Bayern',                 'de', '80###',   40), ('DE', 'Köln',        'Nordrhein-Westfalen', 'de', '50###', 32),
    ('DE', 'Frankfurt am Main', 'Hessen',            'de', '60###',   24), ('DE', 'Stuttgart',   'Baden-Württemberg',   'de', '70###', 20),
    ('DE', 'Düsseldorf',   'Nordrhein-Westfalen',    'de', '40###',   18), ('DE', 'Leipzig',     'Sachsen',             'de', '04###', 18),
    ('DE', 'Dortmund',     'Nordrhein-Westfalen',    'de', '44###',   14), ('DE', 'Essen',       'Nordrhein-Westfalen', 'de', '45###', 13),
    ('DE', 'Bremen',       'Bremen',                 'de', '28###',   16), ('DE', 'Dresden',     'Sachsen',             'de', '01###', 14),
    ('DE', 'Hannover',     'Niedersachsen',          'de', '30###',   15), ('DE', 'Nürnberg',    'Bayern',              'de', '90###', 12),
    ('DE', 'Kiel',         'Schleswig-Holstein',     'de', '24###',   12), ('DE', 'Lübeck',      'Schleswig-Holstein',  'de', '23###', 10),
    ('DE', 'Rostock',      'Mecklenburg-Vorpommern', 'de', '18###',    8), ('DE', 'Münster',     'Nordrhein-Westfalen', 'de', '48###', 10),
    ('DE', 'Freiburg',     'Baden-Württemberg',      'de', '79###',    9), ('DE', 'Mainz',       'Rheinland-Pfalz',     'de', '55###',  7),
    ('DE', 'Kassel',       'Hessen',                 'de', '34###',    6), ('DE', 'Erfurt',      'Thüringen',           'de', '99###',  5),
    ('DE', 'Magdeburg',    'Sachsen-Anhalt',         'de', '39###',    5), ('DE', 'Saarbrücken', 'Saarland',            'de', '66###',  4),
    ('DE', 'Potsdam',      'Brandenburg',            'de', '14###',    6), ('DE', 'Augsburg',    'Bayern',              'de', '86###',  7),
    ('AT', 'Wien',         'Wien',                   'de', '1##0',    30), ('AT', 'Graz',        'Steiermark',          'de', '80##',  10),
    ('AT', 'Linz',         'Oberösterreich',         'de', '40##',     8), ('AT', 'Salzburg',    'Salzburg',            'de', '50##',   8),
    ('AT', 'Innsbruck',    'Tirol',                  'de', '60##',     6), ('CH', 'Zürich',      'Zürich',              'de', '80##',  18),
    ('CH', 'Basel',        'Basel-Stadt',            'de', '40##',     9), ('CH', 'Bern',        'Bern',                'de', '30##',   8),
    ('CH', 'Genève',       'Genève',                 'fr', '12##',     7), ('CH', 'Lausanne',    'Vaud',                'fr', '10##',   5),
    ('LI', 'Vaduz',        NULL,                     'de', '94##',     1), ('FR', 'Paris',       'Île-de-France',       'fr', '750##', 26),
    ('FR', 'Lyon',         'Auvergne-Rhône-Alpes',   'fr', '690##',   12), ('FR', 'Marseille',   'Provence',            'fr', '130##',  9),
    ('FR', 'Toulouse',     'Occitanie',              'fr', '31###',    7), ('FR', 'Nantes',      'Pays de la Loire',    'fr', '44###',  6),
    ('FR', 'Strasbourg',   'Grand Est',              'fr', '67###',   10), ('FR', 'Lille',       'Hauts-de-France',     'fr', '59###',  7),
    ('BE', 'Bruxelles',    'Bruxelles',              'fr', '10##',    10), ('BE', 'Antwerpen',   'Vlaanderen',          'nl', '20##',  10),
    ('BE', 'Gent',         'Vlaanderen',             'nl', '90##',     7), ('NL', 'Amsterdam',   'Noord-Holland',       'nl', '10## XK', 20),
    ('NL', 'Rotterdam',    'Zuid-Holland',           'nl', '30## XB', 12), ('NL', 'Utrecht',     'Utrecht',             'nl', '35## XV', 10),
    ('NL', 'Groningen',    'Groningen',              'nl', '97## XL',  6), ('LU', 'Luxembourg',  NULL,                  'fr', 'L-1###',  4),
    ('GB', 'London',       'England',                'en', 'EC# #XX', 24), ('GB', 'Manchester',  'England',             'en', 'M## #XX', 9),
    ('GB', 'Bristol',      'England',                'en', 'BS# #XX',  6), ('GB', 'Edinburgh',   'Scotland',            'en', 'EH# #XX', 6),
    ('IE', 'Dublin',       'Leinster',               'en', 'D0# XX##', 7), ('IT', 'Milano',      'Lombardia',           'it', '201##', 12),
    ('IT', 'Roma',         'Lazio',                  'it', '001##',   10), ('IT', 'Torino',      'Piemonte',            'it', '101##',  6),
    ('IT', 'Bolzano',      'Alto Adige',             'it', '391##',    5), ('ES', 'Madrid',      'Madrid',              'es', '280##', 10),
    ('ES', 'Barcelona',    'Cataluña',               'es', '080##',   10), ('ES', 'Valencia',    'Valencia',            'es', '460##',  5),
    ('PT', 'Lisboa',       'Lisboa',                 'es', '1###-0##', 5), ('PT', 'Porto',       'Norte',               'es', '4###-0##', 3),
    ('GR', 'Athina',       'Attiki',                 'it', '10# ##',   3), ('MT', 'Valletta',    NULL,                  'it', 'VLT 1###', 1),
    ('SI', 'Ljubljana',    NULL,                     'pl', '10##',     3), ('HR', 'Zagreb',      NULL,                  'pl', '100##',  3),
    ('DK', 'København',    'Hovedstaden',            'no', '1###',    14), ('DK', 'Aarhus',      'Midtjylland',         'no', '8###',   7),
    ('SE', 'Stockholm',    'Stockholm',              'no', '11# ##',  12), ('SE', 'Göteborg',    'Västra Götaland',     'no', '41# ##', 7),
    ('NO', 'Oslo',         'Oslo',                   'no', '0###',     8), ('FI', 'Helsinki',    'Uusimaa',             'no', '00##0',  6),
    ('PL', 'Warszawa',     'Mazowieckie',            'pl', '00-###',  12), ('PL', 'Kraków',      'Małopolskie',         'pl', '30-###', 7),
    ('CZ', 'Praha',        'Praha',                  'pl', '1## 00',   8), ('SK', 'Bratislava',  NULL,                  'pl', '81# ##', 3),
    ('HU', 'Budapest',     NULL,                     'pl', '1###',     5), ('RO', 'București',   NULL,                  'pl', '01####', 3),
    ('US', 'Boston',       'Massachusetts',          'en', '021##',    4), ('CA', 'Toronto',     'Ontario',             'en', 'M5V #X#', 3);

-- Every city once per unit of weight: a uniform draw from the slots is a weighted draw of cities.
CREATE UNLOGGED TABLE shop_seed.city_slot AS
SELECT (row_number() OVER (ORDER BY c.city_no, w) - 1)::integer AS slot, c.city_no
FROM shop_seed.city AS c CROSS JOIN LATERAL generate_series(1, c.weight) AS w;

-- How each country writes the domestic account part of an IBAN: x marks a digit drawn at random.
-- The bank codes (nines, X) are held by no bank.
CREATE UNLOGGED TABLE shop_seed.account_form (country_code char(2), form text);
INSERT INTO shop_seed.account_form VALUES
    ('DE', '99999999xxxxxxxxxx'), ('AT', '99999xxxxxxxxxxx'),   ('CH', '99999xxxxxxxxxxxx'),
    ('FR', '9999999999xxxxxxxxxxxxx'), ('BE', '999xxxxxxxxx'),  ('NL', 'XXXXxxxxxxxxxx'),
    ('GB', 'XXXX999999xxxxxxxx'), ('ES', '99999999xxxxxxxxxxxx'), ('PL', '99999999xxxxxxxxxxxxxxxx'),
    ('DK', '9999xxxxxxxxxx'),     ('SE', '999xxxxxxxxxxxxxxxxx'), ('CZ', '9999xxxxxxxxxxxxxxxx');

-- Telephone numbers kept free for fiction where a country has them; elsewhere an area code of
-- zeros, which no exchange serves. x marks a digit drawn at random.
CREATE UNLOGGED TABLE shop_seed.phone_form (country_code char(2), form text);
INSERT INTO shop_seed.phone_form
SELECT country_code,
       CASE country_code
           WHEN 'DE' THEN '+49 30 23125 xxx'
           WHEN 'GB' THEN '+44 20 7946 0xxx'
           WHEN 'US' THEN '+1 202 555 01xx'
           WHEN 'CA' THEN '+1 416 555 01xx'
           WHEN 'FR' THEN '+33 1 99 00 xx xx'
           WHEN 'SE' THEN '+46 8 465 004 xx'
           WHEN 'AU' THEN '+61 2 5550 xxxx'
           ELSE calling_code || ' 00 0555 xxxx'
       END
FROM sales.countries;

-- The goods: 6 departments, 24 groups, 72 kinds with their noun, price range in euro, weight in
-- grams and season (s summer, w winter, g gifts). A draw of products comes from this list.
CREATE UNLOGGED TABLE shop_seed.goods (
    kind_no integer GENERATED ALWAYS AS IDENTITY, department text, grp text, kind text, noun text,
    price_low integer, price_high integer, grams integer, season char(1));
INSERT INTO shop_seed.goods (department, grp, kind, noun, price_low, price_high, grams, season) VALUES
    ('Home & Living', 'Lighting',       'Desk lamps',        'desk lamp',         29, 129, 1800, 'w'), ('Home & Living', 'Lighting',       'Floor lamps',      'floor lamp',        69, 329, 6200, 'w'),
    ('Home & Living', 'Lighting',       'Lanterns',          'lantern',           14,  59,  900, 'g'), ('Home & Living', 'Textiles',       'Cushions',         'cushion',           12,  49,  450, '-'),
    ('Home & Living', 'Textiles',       'Blankets',          'wool blanket',      39, 159, 1400, 'w'), ('Home & Living', 'Textiles',       'Rugs',             'rug',               59, 499, 7800, '-'),
    ('Home & Living', 'Small furniture','Side tables',       'side table',        59, 249, 6500, '-'), ('Home & Living', 'Small furniture','Stools',           'stool',             39, 149, 3900, '-'),
    ('Home & Living', 'Small furniture','Shelves',           'wall shelf',        24, 119, 3200, '-'), ('Home & Living', 'Decoration',     'Vases',            'vase',              12,  79, 1100, 'g'),
    ('Home & Living', 'Decoration',     'Candles',           'scented candle',     9,  39,  380, 'g'), ('Home & Living', 'Decoration',     'Picture frames',   'picture frame',      8,  49,  600, 'g'),
    ('Kitchen',       'Cookware',       'Saucepans',         'saucepan',          34, 139, 1900, '-'), ('Kitchen',       'Cookware',       'Frying pans',      'frying pan',        29, 119, 1700, '-'),
    ('Kitchen',       'Cookware',       'Casseroles',        'casserole',         49, 229, 4600, 'w'), ('Kitchen',       'Knives',         'Chef''s knives',   'chef''s knife',     39, 189,  280, 'g'),
    ('Kitchen',       'Knives',         'Bread knives',      'bread knife',       24,  99,  260, '-'), ('Kitchen',       'Knives',         'Knife blocks',     'knife block',       39, 149, 2200, 'g'),
    ('Kitchen',       'Tableware',      'Plates',            'dinner plate',       7,  29,  620, '-'), ('Kitchen',       'Tableware',      'Mugs',             'mug',                6,  24,  340, 'g'),
    ('Kitchen',       'Tableware',      'Glasses',           'drinking glass',     4,  19,  240, '-'), ('Kitchen',       'Coffee & tea',   'Teapots',          'teapot',            24,  99,  980, 'g'),
    ('Kitchen',       'Coffee & tea',   'Coffee makers',     'coffee maker',      39, 289, 3100, 'g'), ('Kitchen',       'Coffee & tea',   'Coffee grinders',  'coffee grinder',    34, 199, 1500, 'g'),
    ('Garden',        'Hand tools',     'Secateurs',         'secateurs',         14,  69,  260, 's'), ('Garden',        'Hand tools',     'Spades',           'spade',             24,  89, 1900, 's'),
    ('Garden',        'Hand tools',     'Rakes',             'rake',              16,  59, 1300, 's'), ('Garden',        'Watering',       'Watering cans',    'watering can',      12,  69, 1100, 's'),
    ('Garden',        'Watering',       'Hoses',             'garden hose',       24, 119, 3400, 's'), ('Garden',        'Watering',       'Sprinklers',       'sprinkler',         14,  79,  700, 's'),
    ('Garden',        'Garden furniture','Deck chairs',      'deck chair',        49, 199, 5400, 's'), ('Garden',        'Garden furniture','Garden benches',  'garden bench',     129, 499,19500, 's'),
    ('Garden',        'Garden furniture','Parasols',         'parasol',           49, 299, 8700, 's'), ('Garden',        'Pots & planting','Plant pots',       'plant pot',          7,  69, 1600, 's'),
    ('Garden',        'Pots & planting','Raised beds',       'raised bed',        59, 229,16000, 's'), ('Garden',        'Pots & planting','Seed sets',        'seed set',           4,  24,   90, 's'),
    ('Outdoor & Travel', 'Camping',     'Tents',             'tent',              99, 499, 4300, 's'), ('Outdoor & Travel', 'Camping',     'Sleeping bags',    'sleeping bag',      49, 249, 1500, 's'),
    ('Outdoor & Travel', 'Camping',     'Camping stoves',    'camping stove',     29, 139,  880, 's'), ('Outdoor & Travel', 'Bags',        'Rucksacks',        'rucksack',          49, 219, 1300, '-'),
    ('Outdoor & Travel', 'Bags',        'Suitcases',         'suitcase',          79, 349, 3600, '-'), ('Outdoor & Travel', 'Bags',        'Shoulder bags',    'shoulder bag',      34, 169,  700, '-'),
    ('Outdoor & Travel', 'Hiking',      'Trekking poles',    'pair of trekking poles', 29, 149, 520, 's'), ('Outdoor & Travel', 'Hiking',  'Water bottles',    'water bottle',       9,  44,  310, '-'),
    ('Outdoor & Travel', 'Hiking',      'Head torches',      'head torch',        19,  99,  120, 'w'), ('Outdoor & Travel', 'Winter',      'Gloves',           'pair of gloves',    19,  89,  160, 'w'),
    ('Outdoor & Travel', 'Winter',      'Snowshoes',         'pair of snowshoes', 79, 229, 2100, 'w'), ('Outdoor & Travel', 'Winter',      'Sledges',          'sledge',            39, 149, 4800, 'w'),
    ('Office',        'Seating',        'Office chairs',     'office chair',     119, 699,17500, '-'), ('Office',        'Seating',        'Standing stools',  'standing stool',    89, 299, 8200, '-'),
    ('Office',        'Seating',        'Footrests',         'footrest',          24,  89, 2400, '-'), ('Office',        'Paper',          'Notebooks',        'notebook',           5,  29,  320, 'g'),
    ('Office',        'Paper',          'Calendars',         'wall calendar',      9,  34,  500, 'g'), ('Office',        'Paper',          'Envelopes',        'box of envelopes',   6,  24,  780, '-'),
    ('Office',        'Writing',        'Fountain pens',     'fountain pen',      19, 179,   60, 'g'), ('Office',        'Writing',        'Pencils',          'set of pencils',     4,  24,  110, '-'),
    ('Office',        'Writing',        'Markers',           'set of markers',     6,  34,  180, '-'), ('Office',        'Organising',     'Trays',            'letter tray',        9,  49,  850, '-'),
    ('Office',        'Organising',     'Archive boxes',     'archive box',        5,  29,  690, '-'), ('Office',        'Organising',     'Pin boards',       'pin board',         14,  79, 1900, '-'),
    ('Workshop',      'Power tools',    'Cordless drills',   'cordless drill',    59, 289, 1900, 'g'), ('Workshop',      'Power tools',    'Sanders',          'sander',            49, 199, 1700, '-'),
    ('Workshop',      'Power tools',    'Jigsaws',           'jigsaw',            49, 229, 2300, '-'), ('Workshop',      'Measuring',      'Tape measures',    'tape measure',       5,  29,  240, '-'),
    ('Workshop',      'Measuring',      'Spirit levels',     'spirit level',      12,  79,  640, '-'), ('Workshop',      'Measuring',      'Laser meters',     'laser meter',       39, 189,  210, 'g'),
    ('Workshop',      'Storage',        'Tool boxes',        'tool box',          19, 129, 3300, '-'), ('Workshop',      'Storage',        'Workbenches',      'workbench',         99, 449,26000, '-'),
    ('Workshop',      'Storage',        'Wall hooks',        'set of wall hooks',  4,  19,  270, '-'), ('Workshop',      'Safety',         'Work gloves',      'pair of work gloves', 6, 29,  140, '-'),
    ('Workshop',      'Safety',         'Ear defenders',     'ear defender',      12,  59,  280, '-'), ('Workshop',      'Safety',         'Goggles',          'pair of goggles',    8,  39,  120, '-');
