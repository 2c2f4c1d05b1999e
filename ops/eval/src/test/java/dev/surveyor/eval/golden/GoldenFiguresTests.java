package dev.surveyor.eval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.ask.Score;
import dev.surveyor.eval.ask.Score.Result;
import dev.surveyor.eval.ask.Score.Standing;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.Question.Expectation;
import dev.surveyor.eval.questions.Question.Gold;
import dev.surveyor.eval.sqlshape.Hardness;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoldenFiguresTests {

    private static final List<Question> QUESTIONS =
            List.of(
                    question("a", Expectation.ANSWER),
                    question("b", Expectation.ANSWER),
                    question("x", Expectation.DECLINE),
                    question("y", Expectation.DECLINE),
                    question("z", Expectation.DECLINE));

    private static Question question(String id, Expectation expectation) {
        return new Question(
                id,
                "shop",
                id,
                expectation,
                new Gold(null, null, null, null, true),
                null,
                List.of());
    }

    private static Score score(String id, Standing standing, Result result, boolean right) {
        return new Score(
                id,
                "shop",
                Hardness.UNRATED,
                Set.of(),
                standing,
                result,
                right,
                null,
                null,
                null,
                1);
    }

    @Test
    void askingBackIsAsGoodAsDecliningOnlyWhereThereIsNoAnswer() {
        List<Score> scores =
                List.of(
                        score("a", Standing.COUNTED, Result.ANSWERED, true),
                        score("b", Standing.COUNTED, Result.CLARIFIED, false),
                        score("x", Standing.COUNTED, Result.DECLINED, true),
                        score("y", Standing.COUNTED, Result.CLARIFIED, false),
                        score("z", Standing.COUNTED, Result.FAILED, false));
        assertThat(GoldenFigures.of(QUESTIONS, scores)).isEqualTo(new GoldenFigures(2, 1, 3, 2, 1));
    }

    @Test
    void aGoldWithoutASingleAnswerIsNamed() {
        for (Standing standing : List.of(Standing.NO_GOLD, Standing.TIED, Standing.EMPTY_GOLD)) {
            assertThatThrownBy(() ->
                            GoldenFigures.of(
                                    QUESTIONS,
                                    List.of(score("b", standing, Result.ANSWERED, true))))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("b (" + standing + ")");
        }
    }
}
