package dev.surveyor.eval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.questions.BundledQuestions;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.Question.Expectation;
import dev.surveyor.eval.sqlshape.SqlShape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GoldenQuestionsTests {

    private static final List<Question> QUESTIONS =
            BundledQuestions.beside(GoldenMeasurement.class, "shop").questions();

    @Test
    void thereAreEnoughOfBothKinds() {
        Map<Expectation, Long> counts =
                QUESTIONS.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Question::expectation, Collectors.counting()));
        assertThat(QUESTIONS).hasSizeGreaterThanOrEqualTo(30);
        assertThat(counts.get(Expectation.DECLINE)).isGreaterThanOrEqualTo(6);
        assertThat(counts.get(Expectation.ANSWER)).isGreaterThanOrEqualTo(30);
    }

    @Test
    void everyIdAndEveryWordingIsThereOnce() {
        assertThat(QUESTIONS).extracting(Question::id).doesNotHaveDuplicates();
        assertThat(QUESTIONS).extracting(Question::wording).doesNotHaveDuplicates();
    }

    @Test
    void everyQuestionIsAboutTheShop() {
        assertThat(QUESTIONS).extracting(Question::database).containsOnly("shop");
    }

    /** Where it does not parse, ties under its LIMIT would go unseen. */
    @Test
    void everyGoldIsAQueryThatIsUnderstood() {
        assertThat(QUESTIONS)
                .filteredOn(question -> question.expectation() == Expectation.ANSWER)
                .filteredOn(question -> SqlShape.parse(sql(question)).isEmpty())
                .extracting(Question::id)
                .isEmpty();
    }

    private static String sql(Question question) {
        return Objects.requireNonNull(question.gold().sql(), question.id());
    }
}
