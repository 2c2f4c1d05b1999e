package dev.surveyor.query.generate;

import dev.surveyor.query.Evidence.LinkedValue;
import java.util.ArrayList;
import java.util.List;

/**
 * SQL that may answer a question.
 *
 * @param engine that wrote it
 * @param explanation in plain words
 * @param confidence between 0 and 1
 * @param unaccounted words of the question that it does not account for
 */
public record Candidate(
        String engine,
        String sql,
        String explanation,
        double confidence,
        List<String> unaccounted,
        List<String> joins,
        List<LinkedValue> values) {

    public Candidate {
        unaccounted = List.copyOf(unaccounted);
        joins = List.copyOf(joins);
        values = List.copyOf(values);
    }

    public Candidate withConfidence(double other) {
        return new Candidate(engine, sql, explanation, other, unaccounted, joins, values);
    }

    /** Nothing in it accounts for this word either. */
    Candidate leavingOut(String word) {
        List<String> words = new ArrayList<>(unaccounted);
        words.add(word);
        return new Candidate(
                engine,
                sql,
                explanation,
                Confidence.unaccounted(confidence, 1),
                words,
                joins,
                values);
    }
}
