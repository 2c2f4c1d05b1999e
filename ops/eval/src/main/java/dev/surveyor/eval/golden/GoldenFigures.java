package dev.surveyor.eval.golden;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.ask.Score;
import dev.surveyor.eval.ask.Score.Result;
import dev.surveyor.eval.ask.Score.Standing;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.Question.Expectation;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run over golden questions came to.
 *
 * @param answerable questions that have an answer
 * @param right how many of them were answered right
 * @param unanswerable questions that have none
 * @param declined how many of them were declined, or asked back about
 * @param failed how many of all failed
 */
record GoldenFigures(int answerable, int right, int unanswerable, int declined, int failed) {

    /**
     * Counts.
     *
     * @throws EvaluationException where a gold gave nothing to compare with, or chance decides what
     *     it gives: each of these questions was written to have one answer
     */
    static GoldenFigures of(List<Question> questions, List<Score> scores) {
        String unclear =
                scores.stream()
                        .filter(score -> score.standing() != Standing.COUNTED)
                        .map(score -> score.id() + " (" + score.standing() + ")")
                        .collect(Collectors.joining(", "));
        if (!unclear.isEmpty()) {
            throw new EvaluationException(
                    "These golden questions have no single right answer here: "
                            + unclear
                            + ". Where the shop is the demo's own, mend their gold; then --restart.");
        }
        Set<String> withoutAnswer = new HashSet<>();
        for (Question question : questions) {
            if (question.expectation() == Expectation.DECLINE) {
                withoutAnswer.add(question.id());
            }
        }
        int unanswerable = 0;
        int right = 0;
        int declined = 0;
        int failed = 0;
        for (Score score : scores) {
            if (score.result() == Result.FAILED) {
                failed++;
            }
            if (!withoutAnswer.contains(score.id())) {
                right += score.right() ? 1 : 0;
                continue;
            }
            unanswerable++;
            if (score.result() == Result.DECLINED || score.result() == Result.CLARIFIED) {
                declined++;
            }
        }
        return new GoldenFigures(
                scores.size() - unanswerable, right, unanswerable, declined, failed);
    }

    OptionalDouble rightShare() {
        return share(right, answerable);
    }

    OptionalDouble declinedShare() {
        return share(declined, unanswerable);
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
