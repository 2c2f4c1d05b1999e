package dev.surveyor.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The measured shape of a column.
 *
 * @param nulls null: not measured
 * @param distinct values that are not null; null: not measured
 * @param min smallest value as text; null: none, or the type has no order
 * @param averageLength in characters as text (bytes of binary values) over the values that are not
 *     null; NaN: not measured
 * @param completeness what {@code values} are of the column
 * @param values the most common first
 * @param samples spread over the column, not its first rows; empty where {@code values} are all
 * @param pattern that most values follow, for people: {@code AA-9999}; null: none
 * @param personal null: no sign of personal data
 * @param problem why the column could not be measured, in full or at all; null: it was
 */
public record ColumnProfile(
        String column,
        @Nullable Count nulls,
        @Nullable Count distinct,
        @Nullable ProfiledValue min,
        @Nullable ProfiledValue max,
        double averageLength,
        Completeness completeness,
        List<ProfiledValue> values,
        List<ProfiledValue> samples,
        @Nullable String pattern,
        SemanticType semanticType,
        @Nullable PersonalEvidence personal,
        @Nullable Problem problem) {

    public ColumnProfile {
        values = List.copyOf(values);
        samples = List.copyOf(samples);
    }

    /** Without anything that a row holds: what is kept of personal columns. */
    public ColumnProfile shapeOnly() {
        return new ColumnProfile(
                column,
                nulls,
                distinct,
                null,
                null,
                averageLength,
                Completeness.SAMPLED,
                List.of(),
                List.of(),
                pattern,
                semanticType,
                personal,
                problem);
    }
}
