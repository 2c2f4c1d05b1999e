package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Measure;
import java.util.Objects;

/** Words of a question that say what is to be done, whatever the database. */
public sealed interface Clue {

    /** The first token. */
    int from();

    /** After the last token. */
    int to();

    default boolean covers(int token) {
        return from() <= token && token < to();
    }

    /** "more than 5", "at least three", "before 1990". */
    record Compared(int from, int to, Comparison comparison, Literal value) implements Clue {
        public Compared {
            Objects.requireNonNull(comparison, "comparison");
        }
    }

    /** "between 5 and 10". */
    record Between(int from, int to, Literal low, Literal high) implements Clue {}

    /** "contains the word …", "starts with …": the next phrase is a part of the value. */
    record Part(int from, int to, boolean begins, boolean ends) implements Clue {}

    /** "top 5", "three most". */
    record Limit(int from, int to, int count) implements Clue {}

    /** "not", "without", "never". */
    record Negated(int from, int to) implements Clue {}

    /** "above the average", "less than the maximum". */
    record ToFigure(int from, int to, Comparison comparison, Measure.Function function)
            implements Clue {}

    /** "descending", "from the oldest". */
    record Direction(int from, int to, boolean descending) implements Clue {}

    /** "the average", "how many", "the highest": what is computed of what follows. */
    record Figure(int from, int to, Measure.Function function) implements Clue {}

    /** "or", "either". */
    record Either(int from, int to) implements Clue {}
}
