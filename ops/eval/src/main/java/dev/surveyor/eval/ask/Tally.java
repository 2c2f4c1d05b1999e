package dev.surveyor.eval.ask;

import dev.surveyor.eval.ask.Score.Result;
import java.util.Collection;
import java.util.OptionalDouble;

/** Counts over some of a run's scores. */
record Tally(int questions, int right, int answered, int clarified, int declined, int failed) {

    static Tally of(Collection<Score> scores) {
        return new Tally(
                scores.size(),
                (int) scores.stream().filter(Score::right).count(),
                count(scores, Result.ANSWERED),
                count(scores, Result.CLARIFIED),
                count(scores, Result.DECLINED),
                count(scores, Result.FAILED));
    }

    private static int count(Collection<Score> scores, Result result) {
        return (int) scores.stream().filter(score -> score.result() == result).count();
    }

    /** The share that is right; none of nothing. */
    OptionalDouble accuracy() {
        return questions == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) right / questions);
    }
}
