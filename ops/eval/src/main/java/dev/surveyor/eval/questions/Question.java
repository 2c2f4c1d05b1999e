package dev.surveyor.eval.questions;

import dev.surveyor.eval.equality.Rows;
import dev.surveyor.eval.sqlshape.Hardness;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question of a file, with what is known of its right answer.
 *
 * @param hardness as the file says it, null where it does not
 * @param tables what the right answer reads, as the file says it
 * @param before what was asked before it in the same talk, the oldest first
 */
public record Question(
        String id,
        String database,
        String wording,
        Expectation expectation,
        Gold gold,
        @Nullable Hardness hardness,
        List<String> tables,
        List<String> before) {

    /** One that begins a talk. */
    public Question(
            String id,
            String database,
            String wording,
            Expectation expectation,
            Gold gold,
            @Nullable Hardness hardness,
            List<String> tables) {
        this(id, database, wording, expectation, gold, hardness, tables, List.of());
    }

    /** What the right answer is. */
    public enum Expectation {
        /** Rows. */
        ANSWER,
        /** That it cannot be answered. */
        DECLINE
    }

    /**
     * The right answer as the file holds it.
     *
     * @param sql null where nobody wrote it
     * @param postgresSql the same for PostgreSQL, where that differs
     * @param rows what it gives; null where the file does not hold them
     * @param ordered whether their order counts; null where the file does not say
     * @param executable false where the file says that the SQL has no rows to give, for want of
     *     data or because it is wrong
     * @param sameOnPostgres whether the file says that PostgreSQL gives the same rows
     */
    public record Gold(
            @Nullable String sql,
            @Nullable String postgresSql,
            @Nullable Rows rows,
            @Nullable Boolean ordered,
            boolean executable,
            boolean sameOnPostgres) {

        /** One of which nothing is known on PostgreSQL. */
        public Gold(
                @Nullable String sql,
                @Nullable String postgresSql,
                @Nullable Rows rows,
                @Nullable Boolean ordered,
                boolean executable) {
            this(sql, postgresSql, rows, ordered, executable, false);
        }
    }

    public Question {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(wording, "wording");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(gold, "gold");
        tables = List.copyOf(tables);
        before = List.copyOf(before);
    }
}
