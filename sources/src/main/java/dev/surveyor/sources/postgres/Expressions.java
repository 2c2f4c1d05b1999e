package dev.surveyor.sources.postgres;

import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts of expressions that name columns. To print them the server opens their tables, which waits
 * for whoever changes one: tables that are locked are left out, and who comes in between is not
 * waited for.
 */
final class Expressions {

    private static final String WAIT_FOR_NOBODY = "SET LOCAL lock_timeout = '20ms'";
    private static final int TRIES = 3;

    private record Id(String kind, long object, int part) {}

    private final Map<Id, String> texts = new HashMap<>();

    private Expressions() {}

    static Expressions read(SourceWork work) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                return work.transaction(Expressions::read);
            } catch (SourceException e) {
                if (e.code() != Code.LOCKED && e.code() != Code.UNKNOWN_OBJECT) {
                    throw e;
                }
            }
        }
        return new Expressions();
    }

    private static Expressions read(Connection connection) throws SQLException {
        Expressions expressions = new Expressions();
        try (Statement statement = connection.createStatement()) {
            statement.execute(WAIT_FOR_NOBODY);
        }
        new CatalogQueries(connection)
                .each(
                        "structure-expressions",
                        row -> {
                            String text = row.getString(4);
                            if (text != null) {
                                expressions.texts.put(
                                        new Id(row.getString(1), row.getLong(2), row.getInt(3)),
                                        text);
                            }
                        });
        return expressions;
    }

    @Nullable String check(long constraint) {
        return texts.get(new Id("check", constraint, 0));
    }

    @Nullable String generated(long table, int column) {
        return texts.get(new Id("generated", table, column));
    }

    /** Of the part with this number, from 1. */
    @Nullable String indexPart(long index, int part) {
        return texts.get(new Id("index", index, part));
    }

    @Nullable String predicate(long index) {
        return texts.get(new Id("predicate", index, 0));
    }
}
