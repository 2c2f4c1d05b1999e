package dev.surveyor.query.keep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.Evidence;
import dev.surveyor.query.PetShop;
import dev.surveyor.query.known.Known;
import dev.surveyor.query.retrieve.TableSearch;
import dev.surveyor.query.retrieve.Weights;
import dev.surveyor.query.retrieve.WordEmbedder;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonalColumnsTests {

    private static final Description NOTHING = new Description("", Description.Origin.TEMPLATE);

    private final Known known = known();

    @Test
    void aPersonalColumnIsKnownByItsName() {
        assertThat(of("SELECT t1.name, t1.city FROM main.owners AS t1", "name", "city"))
                .isEqualTo(new Personal(Set.of(0), Set.of("main.owners.name")));
    }

    @Test
    void underAnotherNameItMayBeAnyColumnThatHasNoOtherMeaning() {
        assertThat(
                        of(
                                        "SELECT upper(t1.name) AS n, t1.city FROM main.owners AS t1",
                                        "n",
                                        "city")
                                .cells())
                .containsExactly(0);
        assertThat(of("SELECT count(*) FROM main.owners WHERE name = 'Ann'", "count").cells())
                .containsExactly(0);
    }

    @Test
    void aStarShowsThemAll() {
        assertThat(of("SELECT * FROM main.owners", "owner_id", "name", "city").cells())
                .containsExactly(1);
    }

    @Test
    void whatNamesNoneIsFree() {
        assertThat(
                        of(
                                "SELECT t1.city, count(*) AS owners FROM main.owners AS t1 GROUP BY 1",
                                "city",
                                "owners"))
                .isEqualTo(Personal.NONE);
        assertThat(of("", "name")).isEqualTo(Personal.NONE);
    }

    private Personal of(String sql, String... columns) {
        Answer words = Answer.ofWords(UUID.randomUUID(), AnswerKind.ANSWER, "");
        return PersonalColumns.of(
                new Answer(
                        null,
                        null,
                        words.runId(),
                        AnswerKind.ANSWER,
                        "",
                        sql,
                        Stream.of(columns)
                                .map(name -> new AnswerColumn(name, "text", TypeFamily.TEXT))
                                .toList(),
                        List.of(),
                        0,
                        false,
                        0,
                        "",
                        1,
                        List.of(),
                        null,
                        new Evidence(
                                "planner",
                                List.of("main.owners"),
                                List.of(),
                                List.of(),
                                List.of(),
                                1,
                                null,
                                0,
                                1,
                                Evidence.Agreement.ALONE,
                                ""),
                        List.of(),
                        List.of()),
                known);
    }

    /** Names of owners are personal. */
    private static Known known() {
        EditionContent pets = PetShop.content("sqlite");
        WordEmbedder embedder = new WordEmbedder();
        return Known.of(
                "pets",
                new EditionContent(
                        pets.edition(),
                        pets.insights().stream().map(PersonalColumnsTests::judged).toList()),
                new TableSearch(embedder, Weights.fitted()),
                (connection, passages) -> List.of());
    }

    private static Insight judged(Insight insight) {
        return new Insight(
                insight.table(),
                insight.profile(),
                insight.table().columns().stream()
                        .map(column ->
                                new ColumnInsight(
                                        column.name(),
                                        new StrategyVerdict(
                                                Strategy.SKIP,
                                                StrategyVerdict.Decider.RULE,
                                                "rule",
                                                "in a test",
                                                1),
                                        column.name().equals("name"),
                                        NOTHING,
                                        List.of()))
                        .toList(),
                insight.relations(),
                insight.description(),
                insight.synonyms(),
                insight.questions(),
                insight.document());
    }
}
