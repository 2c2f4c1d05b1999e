package dev.surveyor.bench.guard;

import dev.surveyor.eval.guard.Corpus;
import dev.surveyor.eval.guard.Corpus.Block;
import dev.surveyor.eval.guard.GuardedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What mutations are made of; without the word by which denied values are known. */
record Vocabulary(
        List<String> accepted, List<String> refused, List<String> tables, List<String> columns) {

    private static final String TABLES =
            "SELECT DISTINCT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND"
                    + " relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND"
                    + " nspname <> 'information_schema') ORDER BY 1";
    private static final String COLUMNS =
            "SELECT DISTINCT attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid WHERE"
                    + " attnum > 0 AND relkind IN ('r', 'p', 'v', 'm') AND relnamespace IN (SELECT"
                    + " oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <>"
                    + " 'information_schema') AND attname ~ '^[a-z_]+$' ORDER BY 1";

    static Vocabulary of(Corpus corpus, GuardedDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new Vocabulary(
                    unmarked(corpus.accepted()),
                    unmarked(corpus.refused()),
                    GuardedDatabase.texts(connection, TABLES),
                    GuardedDatabase.texts(connection, COLUMNS));
        }
    }

    private static List<String> unmarked(List<Block> blocks) {
        return blocks.stream().map(block -> block.sql().replace(Unguarded.MARK, "BIRD")).toList();
    }
}
