package dev.surveyor.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.plan.link.Lookup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole way, with the weights that come with the program. */
class PlannerTests {

    private static final Planner PLANNER = Planner.bundled();
    private static final Lookup SQLITE = PetShop.lookup("sqlite");

    private static String sql(String question, Lookup lookup) {
        return switch (PLANNER.plan(question, lookup)) {
            case PlannerOutcome.Planned planned -> planned.plans().getFirst().sql();
            case PlannerOutcome.Clarify clarify -> clarify.question();
            case PlannerOutcome.Declined declined -> declined.reason();
        };
    }

    @Test
    void rowsAreCounted() {
        assertThat(sql("How many pets are there?", SQLITE))
                .isEqualTo("SELECT count(*) FROM \"pets\" AS t1");
    }

    @Test
    void valuesAreFoundInTheirColumns() {
        assertThat(sql("What are the names of the owners who live in Paris?", SQLITE))
                .isEqualTo("SELECT t1.\"name\" FROM \"owners\" AS t1 WHERE t1.\"city\" = 'Paris'");
    }

    @Test
    void rowsAreCountedForEachGroup() {
        assertThat(sql("How many pets are there for each species?", SQLITE))
                .isEqualTo(
                        "SELECT t1.\"species\", count(*) FROM \"pets\" AS t1"
                                + " GROUP BY t1.\"species\"");
    }

    @Test
    void tablesAreJoinedOverTheirRelation() {
        assertThat(sql("What are the names of owners who have a dog?", SQLITE))
                .contains("JOIN", "'dog'", "\"name\"");
    }

    @Test
    void eachDialectNamesTablesItsOwnWay() {
        assertThat(sql("How many pets are there?", PetShop.lookup("postgresql")))
                .isEqualTo("SELECT count(*) FROM \"main\".\"pets\" AS t1");
    }

    @Test
    void theSameQuestionGivesTheSamePlans() {
        String question = "What is the average weight of the pets of owners in Oslo?";
        assertThat(PLANNER.plan(question, SQLITE)).isEqualTo(PLANNER.plan(question, SQLITE));
    }

    @Test
    void whatThisDatabaseDoesNotKnowIsDeclined() {
        assertThat(PLANNER.plan("Which airlines fly from Denver to Boston on Sundays?", SQLITE))
                .isInstanceOf(PlannerOutcome.Declined.class);
    }

    @Test
    void plansAreExplained() {
        assertThat(PLANNER.plan("How many pets are there for each species?", SQLITE))
                .isInstanceOfSatisfying(
                        PlannerOutcome.Planned.class,
                        planned ->
                                assertThat(planned.plans().getFirst().explanation())
                                        .isEqualTo(
                                                "pets.species, the number of rows of pets, for each"
                                                        + " pets.species."));
    }

    @Test
    void plansSayWhatTheyStandOn() {
        assertThat(PLANNER.plan("How many pets of owners in Oslo are there?", SQLITE))
                .isInstanceOfSatisfying(
                        PlannerOutcome.Planned.class,
                        planned -> {
                            Grounds grounds = planned.plans().getFirst().grounds();
                            assertThat(grounds.joins())
                                    .containsExactly("main.pets.owner_id = main.owners.owner_id");
                            assertThat(grounds.values())
                                    .containsExactly(new Grounds.Value("main.owners.city", "Oslo"));
                        });
    }

    @Test
    void aFollowUpChangesTheQuestionBefore() {
        PlannerQuestion question =
                new PlannerQuestion(
                        "And in Oslo?", List.of("How many owners live in Paris?"), null);
        assertThat(PLANNER.plan(question, SQLITE))
                .isInstanceOfSatisfying(
                        PlannerOutcome.Planned.class,
                        planned ->
                                assertThat(planned.plans().getFirst().sql())
                                        .endsWith("WHERE t1.\"city\" = 'Oslo'"));
    }
}
