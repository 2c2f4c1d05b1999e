package dev.surveyor.bench.night;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Some tables; some of them, and one that comes and goes, make two states of it. */
public final class ChangingDatabase {

    private static final int ROWS_MAX = 130;
    private static final int CHANGING = 6;
    private static final long SEED = 11;

    private final SourceServer source;
    private final String name;
    private boolean second;

    /**
     * @param tables that stay as they are, beside those that change
     */
    public ChangingDatabase(SourceServer source, String name, int tables) throws IOException {
        this.source = source;
        this.name = name + tables;
        List<String> statements =
                new ArrayList<>(new GeneratedTables(name, tables, ROWS_MAX, SEED).statements());
        for (int i = 1; i <= CHANGING; i++) {
            statements.add(
                    "CREATE TABLE changing_%d (id integer PRIMARY KEY, word text, amount numeric)"
                            .formatted(i));
        }
        source.database(this.name, statements);
        be(false);
    }

    /** Which of its two states it is in. */
    public boolean second() {
        return second;
    }

    /** Makes it the other one. */
    public void turn() throws IOException {
        be(!second);
    }

    /** Filled in the same order each time, so that a state is always the same to the last byte. */
    private void be(boolean wanted) throws IOException {
        second = wanted;
        for (int i = 1; i <= CHANGING; i++) {
            source.execute(
                    name,
                    """
                    TRUNCATE changing_%1$d;
                    INSERT INTO changing_%1$d
                    SELECT n, '%2$s ' || n * 7, n * %3$d FROM generate_series(1, 120) n
                    """
                            .formatted(i, wanted ? "later" : "sooner", wanted ? 3 : 2));
        }
        source.execute(name, "DROP TABLE IF EXISTS comes_and_goes");
        if (wanted) {
            source.execute(
                    name,
                    "CREATE TABLE comes_and_goes AS SELECT n AS id, 'guest ' || n AS guest FROM generate_series(1, 110) n");
        }
    }

    public Map<String, Object> fields(String connection) {
        return source.fields(connection, name);
    }
}
