package dev.surveyor.query.plan.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Measure.Function;
import dev.surveyor.query.plan.words.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each linguistic rule with examples of what people say. */
class ClueTests {

    private static <T extends Clue> List<T> read(Class<T> kind, String question) {
        return Clues.of(Sentence.of(question)).of(kind).toList();
    }

    private static Clue.Compared compared(String question) {
        return read(Clue.Compared.class, question).getFirst();
    }

    @Test
    void comparativesCompareWithTheNumberThatFollows() {
        assertThat(compared("singers older than 30").comparison()).isEqualTo(Comparison.MORE);
        assertThat(compared("at least three pets").comparison()).isEqualTo(Comparison.AT_LEAST);
        assertThat(compared("founded before 1990").comparison()).isEqualTo(Comparison.LESS);
        assertThat(compared("no more than 5 rooms").comparison()).isEqualTo(Comparison.AT_MOST);
        assertThat(compared("greater than or equal to 7").comparison())
                .isEqualTo(Comparison.AT_LEAST);
        assertThat(compared("exactly two airports").value()).isEqualTo(Literal.number(2));
    }

    @Test
    void orMoreComparesWithTheNumberBefore() {
        assertThat(compared("two or more cards").comparison()).isEqualTo(Comparison.AT_LEAST);
        assertThat(compared("in the year 2000 or before").comparison())
                .isEqualTo(Comparison.AT_MOST);
    }

    @Test
    void orBetweenTwoComparisonsIsNoneOfThem() {
        List<Clue.Compared> both =
                read(Clue.Compared.class, "people taller than 200 or lower than 190");
        assertThat(both)
                .extracting(Clue.Compared::comparison)
                .containsExactly(Comparison.MORE, Comparison.LESS);
        assertThat(read(Clue.Either.class, "taller than 200 or lower than 190")).hasSize(1);
    }

    @Test
    void daysAreComparedAsTheyAreWritten() {
        assertThat(compared("created before 1989-09-03").value())
                .isEqualTo(Literal.text("1989-09-03"));
    }

    @Test
    void rangesHaveTwoEnds() {
        Clue.Between between =
                read(Clue.Between.class, "whose age is between 20 and 25").getFirst();
        assertThat(between.low()).isEqualTo(Literal.number(20));
        assertThat(between.high()).isEqualTo(Literal.number(25));
        assertThat(read(Clue.Compared.class, "whose age is between 20 and 25")).isEmpty();
    }

    @Test
    void averagesAndExtremesAreComparedWith() {
        Clue.ToFigure average = read(Clue.ToFigure.class, "older than the average age").getFirst();
        assertThat(average.comparison()).isEqualTo(Comparison.MORE);
        assertThat(average.function()).isEqualTo(Function.AVG);
        assertThat(read(Clue.ToFigure.class, "less than the maximum salary").getFirst().function())
                .isEqualTo(Function.MAX);
    }

    @Test
    void limitsAreCounts() {
        assertThat(read(Clue.Limit.class, "the top 5 teams").getFirst().count()).isEqualTo(5);
        assertThat(read(Clue.Limit.class, "the three most common types").getFirst().count())
                .isEqualTo(3);
        assertThat(read(Clue.Limit.class, "the 3 youngest winners").getFirst().count())
                .isEqualTo(3);
        assertThat(read(Clue.Limit.class, "at most 3 rooms")).isEmpty();
    }

    @Test
    void partsOfTextsAreSaidInSeveralWays() {
        assertThat(read(Clue.Part.class, "names containing the word \"Dog\"").getFirst())
                .isEqualTo(new Clue.Part(1, 4, false, false));
        assertThat(
                        read(Clue.Part.class, "names that start with the letter 'S'")
                                .getFirst()
                                .begins())
                .isTrue();
        assertThat(read(Clue.Part.class, "names ending with 'n'").getFirst().ends()).isTrue();
    }

    @Test
    void negationIsNotPartOfAComparison() {
        assertThat(read(Clue.Negated.class, "students without pets")).hasSize(1);
        assertThat(read(Clue.Negated.class, "cities other than Paris")).hasSize(1);
        assertThat(read(Clue.Negated.class, "no more than 5 rooms")).isEmpty();
    }

    @Test
    void figuresAndDirectionsAreRead() {
        assertThat(read(Clue.Figure.class, "maximum and minimum price"))
                .extracting(Clue.Figure::function)
                .containsExactly(Function.MAX, Function.MIN);
        assertThat(read(Clue.Direction.class, "in descending order").getFirst().descending())
                .isTrue();
        assertThat(read(Clue.Direction.class, "in alphabetical order").getFirst().descending())
                .isFalse();
    }
}
