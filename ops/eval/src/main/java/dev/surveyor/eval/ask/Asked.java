package dev.surveyor.eval.ask;

import dev.surveyor.eval.ask.Score.Standing;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.sqlshape.Hardness;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What came back to a set of questions.
 *
 * @param scores in the order of the questions
 */
public record Asked(List<Score> scores) {

    public Asked {
        scores = List.copyOf(scores);
    }

    static Asked of(QuestionSet set, Map<String, Score> scores) {
        return new Asked(
                set.questions().stream()
                        .map(question -> scores.get(question.id()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Figures over all, by hardness and by construct, for people. */
    public String table() {
        return summary().table();
    }

    public OptionalDouble accuracy() {
        return summary().all().accuracy();
    }

    public OptionalDouble accuracyOf(Hardness level) {
        return summary().accuracyOf(level);
    }

    Summary summary() {
        return Summary.of(scores);
    }

    /** The smallest time that so many percent of the questions asked did not exceed. */
    public OptionalLong percentileMillis(int percent) {
        long[] sorted =
                scores.stream()
                        .filter(score -> score.standing() != Standing.NO_GOLD)
                        .mapToLong(Score::millis)
                        .sorted()
                        .toArray();
        return sorted.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(sorted[(sorted.length * percent + 99) / 100 - 1]);
    }
}
