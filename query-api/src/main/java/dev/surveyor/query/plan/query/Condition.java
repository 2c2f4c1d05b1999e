package dev.surveyor.query.plan.query;

import dev.surveyor.query.plan.link.KeyEdge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rows, or groups, are held to. */
public sealed interface Condition {

    /** A measure against one value. */
    record Compared(Measure measure, Comparison comparison, Literal value) implements Condition {}

    /** Both ends included. */
    record Between(Measure measure, Literal low, Literal high) implements Condition {}

    /** A text that holds a part; the pattern as LIKE understands it. */
    record Like(int column, String pattern, boolean negated) implements Condition {}

    record Missing(int column, boolean negated) implements Condition {}

    /** A measure against the one value that another query gives. */
    record ComparedToQuery(Measure measure, Comparison comparison, Query query)
            implements Condition {}

    /** Among what another query gives. */
    record In(int column, boolean negated, Query query) implements Condition {}

    /** A truth value, as it is or denied. */
    record Truth(int column, boolean value) implements Condition {}

    /** A text, whatever blanks and capitals it is written with. */
    record Spelt(int column, String text, boolean negated) implements Condition {}

    /** One column against another of the same row; moments by their days. */
    record ComparedColumns(int column, Comparison comparison, int other) implements Condition {}

    /** A column against the same one of the row that the reference within the table leads to. */
    record ComparedThrough(int column, Comparison comparison, KeyEdge edge) implements Condition {}

    /**
     * A span of days.
     *
     * @param from the first day; null: from the beginning
     * @param before the day after the last; null: without an end
     */
    record Within(int column, @Nullable LocalDate from, @Nullable LocalDate before)
            implements Condition {}

    /** One of several. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** How two values are compared. */
    enum Comparison {
        EQUAL("="),
        DIFFERENT("<>"),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** A constant. */
    record Literal(String text, boolean number) {

        public static Literal text(String text) {
            return new Literal(text, false);
        }

        public static Literal number(double value) {
            String text =
                    value == Math.rint(value) && Math.abs(value) < 1e15
                            ? Long.toString((long) value)
                            : new BigDecimal(Double.toString(value)).toPlainString();
            return new Literal(text, true);
        }
    }
}
