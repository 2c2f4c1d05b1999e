package dev.surveyor.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer rests on.
 *
 * @param engine that wrote the SQL, such as {@code planner} or {@code ollama:qwen2.5:3b}; empty
 *     where nothing was written
 * @param tables that were read, as {@code schema.table}, as far as the asker may know of them
 * @param joins conditions that connect them
 * @param values of the question that were found in columns
 * @param unaccounted words of the question that nothing in the SQL accounts for
 * @param edition its number; 0: none
 * @param surveyedAt when that edition's survey looked at the database
 * @param cost tokens of language models; 0: none was asked
 * @param rounds how often SQL was written until it ran
 * @param agreement of the candidates' results
 * @param readAs the question as a language model restated it; empty: as it was asked
 */
public record Evidence(
        String engine,
        List<String> tables,
        List<String> joins,
        List<LinkedValue> values,
        List<String> unaccounted,
        long edition,
        @Nullable Instant surveyedAt,
        long cost,
        int rounds,
        Agreement agreement,
        String readAs) {

    /** A value of the question, and the column in which it was found. */
    public record LinkedValue(String said, String column, String value) {}

    /** Whether candidates of different engines gave the same rows. */
    public enum Agreement {
        /** There was one candidate. */
        ALONE,
        AGREE,
        DISAGREE
    }

    public static final Evidence NONE =
            new Evidence(
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    null,
                    0,
                    0,
                    Agreement.ALONE,
                    "");

    public Evidence {
        tables = List.copyOf(tables);
        joins = List.copyOf(joins);
        values = List.copyOf(values);
        unaccounted = List.copyOf(unaccounted);
        readAs = keptOr(readAs);
    }

    /** Answers that were kept by an earlier Surveyor have no such thing. */
    private static String keptOr(@Nullable String readAs) {
        return readAs == null ? "" : readAs;
    }

    /** The same with what was spent since. */
    public Evidence withCost(long tokens) {
        return new Evidence(
                engine,
                tables,
                joins,
                values,
                unaccounted,
                edition,
                surveyedAt,
                tokens,
                rounds,
                agreement,
                readAs);
    }
}
