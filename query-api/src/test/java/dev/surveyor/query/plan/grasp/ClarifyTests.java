package dev.surveyor.query.plan.grasp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.Planner;
import dev.surveyor.query.PlannerOutcome;
import dev.surveyor.query.PlannerQuestion;
import dev.surveyor.query.plan.link.Lookup;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nothing settles is asked back; each choice, said next, settles it. */
class ClarifyTests {

    private static final Planner PLANNER = Planner.bundled();
    private static final Lookup LOOKUP = Kiosk.lookup();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    How many parcels were there in May 2026? | Which date: packed on or arrived on? | packed on | t1.packed_on >= '2026-05-01'
                    How many parcels were there in May 2026? | Which date: packed on or arrived on? | arrived on | t1.arrived_on >= '2026-05-01'
                    How many parcels are there for Bergen in all? | Which Bergen: origin Bergen or destination Bergen? | origin Bergen | WHERE t1.origin = 'Bergen'
                    How many parcels are there for Bergen in all? | Which Bergen: origin Bergen or destination Bergen? | destination Bergen | WHERE t1.destination = 'Bergen'
                    What is the average fee of parcels, to two decimals? | Which one: postage fee or handling fee? | handling fee | avg(t1.handling_fee)
                    """)
    void oneQuestionIsAskedBackAndItsAnswerSettlesIt(
            String question, String back, String choice, String settled) {
        assertThat(PLANNER.plan(question, LOOKUP))
                .isInstanceOfSatisfying(
                        PlannerOutcome.Clarify.class,
                        clarify -> {
                            assertThat(clarify.question()).isEqualTo(back);
                            assertThat(clarify.choices()).contains(choice);
                        });
        assertThat(PLANNER.plan(new PlannerQuestion(choice, List.of(question), null), LOOKUP))
                .isInstanceOfSatisfying(
                        PlannerOutcome.Planned.class,
                        planned ->
                                assertThat(planned.plans().getFirst().sql().replace("\"", ""))
                                        .contains(settled));
    }
}
