package dev.surveyor.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.ValueLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Texts that the survey does not know are asked for in the source. */
class AskedValuesTests {

    private static final Planner PLANNER = Planner.bundled();
    private static final Lookup LOOKUP = PetShop.lookup("sqlite");

    private final List<String> asked = new ArrayList<>();

    private String sql(String question, String... held) {
        ValueLookup source =
                (table, column, text) -> {
                    asked.add(table.name() + "." + column + "=" + text);
                    return List.of(held).stream()
                            .filter(each -> each.equalsIgnoreCase(text) && column.equals("nick"))
                            .findFirst();
                };
        return switch (PLANNER.plan(PlannerQuestion.of(question), LOOKUP, source)) {
            case PlannerOutcome.Planned planned ->
                    planned.plans().getFirst().sql().replace("\"", "");
            case PlannerOutcome.Clarify clarify -> clarify.question();
            case PlannerOutcome.Declined declined -> declined.reason();
        };
    }

    @Test
    void aNameThatNobodySampledIsFoundInItsColumn() {
        assertThat(sql("How many pets are called rex?", "Rex"))
                .isEqualTo("SELECT count(*) FROM pets AS t1 WHERE t1.nick = 'Rex'");
        assertThat(asked).containsExactly("pets.nick=rex");
    }

    @Test
    void whatIsKnownIsNotAskedFor() {
        assertThat(sql("How many owners live in Paris?")).contains("'Paris'");
        assertThat(asked).isEmpty();
    }

    @Test
    void noQuestionAsksManyTimes() {
        String many = "How many pets are called Abc, Bcd, Cde, Def, Efg, Fgh, Ghi, Hij, Ijk, Jkl?";
        assertThat(sql(many)).isNotEmpty();
        assertThat(asked).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void withoutASourceNothingIsAsked() {
        assertThat(ValueLookup.none().held(LOOKUP.tables().getFirst().name(), "nick", "Rex"))
                .isEqualTo(Optional.empty());
    }
}
