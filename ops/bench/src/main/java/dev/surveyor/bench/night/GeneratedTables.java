package dev.surveyor.bench.night;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables of twelve columns with 1 to {@code rowsMax} rows, four of the columns texts that are
 * nearly all different. Names and values are put together from words, so that no two tables read
 * alike; the same seed makes the same tables.
 */
public record GeneratedTables(String database, int tables, int rowsMax, long seed) {

    private static final int TABLES_AT_ONCE = 100;

    private static final List<String> THINGS =
            words(
                    """
                    anchor apron archive badge barrel beacon bicycle blanket boiler branch bridge bucket cabinet camera
                    canvas carpet cellar chimney circuit compass cradle curtain cushion dairy depot drawer engine envelope
                    fabric ferry filter forest freight furnace garage garden gearbox glacier grain granary hammer harbour
                    helmet hinge insurance invoice jacket kennel kettle ladder lantern ledger lever library lorry machine
                    magnet market meadow mirror mortgage needle nursery orchard oven paddle parcel pasture pension pillar
                    pipeline pocket poster pulley quarry quilt railway ribbon saddle sample satchel scaffold shelter siding
                    signal spindle stable stencil summit tannery tariff teapot terminal thimble timber tractor treaty
                    tunnel turbine valve vessel village vineyard wagon warrant weaver whistle window workshop
                    """);

    private static final List<String> KINDS =
            words(
                    """
                    amber annual basic brisk broad bronze central civic coarse coastal copper distant early eastern empty
                    external federal final formal foreign former frozen golden heavy hidden hollow inner internal ivory
                    joint known late leased light local lunar minor mobile narrow native northern open outer partial past
                    pending plain portable primary private public quiet rapid rented rural scarlet second senior shared
                    silver simple slow solar southern spare stale steady summer third upper urban vacant violet western
                    """);

    private static final List<String> TEXTS =
            words(
                    """
                    title label caption remark summary heading motto nickname slogan inscription comment instruction
                    description wording notice subject phrase quote byline story verdict answer topic reason
                    """);

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** What makes them in an empty database. */
    public List<String> statements() {
        Random random = new Random(seed);
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < tables) {
            names.add(
                    "%s_%s_%s"
                            .formatted(
                                    one(KINDS, random), one(THINGS, random), one(THINGS, random)));
        }
        List<String> statements = new ArrayList<>();
        statements.add(pick());
        StringBuilder some = new StringBuilder();
        int number = 0;
        for (String name : names) {
            some.append(table(name, number++, random));
            if (number % TABLES_AT_ONCE == 0 || number == tables) {
                statements.add(some.toString());
                some.setLength(0);
            }
        }
        statements.add("DROP FUNCTION pick");
        statements.add("ANALYZE");
        return statements;
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    /** Three words that belong to a number, and the number. */
    private static String pick() {
        return """
        CREATE FUNCTION pick(salt integer, n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
            SELECT (ARRAY[%1$s])[1 + (hashint8(salt * 7919::bigint + n) & 1023) %% %2$d] || ' '
                || (ARRAY[%3$s])[1 + (hashint8(salt * 104729::bigint + n) & 1023) %% %4$d] || ' '
                || (ARRAY[%3$s])[1 + (hashint8(salt * 1299709::bigint + n) & 1023) %% %4$d] || ' ' || n
        $$
        """
                .formatted(array(KINDS), KINDS.size(), array(THINGS), THINGS.size());
    }

    private static String array(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(","));
    }

    private String table(String name, int number, Random random) {
        List<String> texts = new ArrayList<>(TEXTS);
        Collections.shuffle(texts, random);
        String group = one(THINGS, random) + "_group";
        String measure =
                one(THINGS, random) + "_" + one(List.of("weight", "price", "length"), random);
        String count = one(THINGS, random) + "_count";
        String flag = "is_" + one(KINDS, random);
        String day = one(KINDS, random) + "_date";
        String code = one(THINGS, random) + "_code";
        int rows = 1 + random.nextInt(rowsMax);
        return """
        CREATE TABLE %1$s (
            id integer PRIMARY KEY, %2$s text NOT NULL, %3$s text, %4$s varchar(200), %5$s text, %6$s text,
            %7$s numeric(12,2), %8$s integer, %9$s boolean, %10$s date, %11$s varchar(12), changed_at timestamptz);
        INSERT INTO %1$s
        SELECT n, pick(%12$d, n), pick(%12$d + 1, n), pick(%12$d + 2, n), pick(%12$d + 3, n), pick(%12$d + 4, n %% 7),
               n * 1.25, n %% 40, n %% 2 = 0, date '2025-01-01' + n, 'K' || n %% 30,
               timestamptz '2025-01-01' + n * interval '1 hour'
          FROM generate_series(1, %13$d) n;
        """
                .formatted(
                        name,
                        texts.get(0),
                        texts.get(1),
                        texts.get(2),
                        texts.get(3),
                        group,
                        measure,
                        count,
                        flag,
                        day,
                        code,
                        number * 5,
                        rows);
    }
}
