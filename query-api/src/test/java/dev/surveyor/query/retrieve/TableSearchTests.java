package dev.surveyor.query.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.TableName;
import dev.surveyor.query.retrieve.Finds.FoundTable;
import dev.surveyor.query.retrieve.Finds.Met;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableSearchTests {

    private final TableSearch search = new TableSearch(new WordEmbedder(), Weights.fitted());
    private final SampleEdition school = SampleEdition.school();
    private final SampleEdition airport = SampleEdition.airport();

    private Finds ask(String question) {
        return search.find(question, SampleEdition.sights(search, school, airport), 15);
    }

    private Finds ask(String question, Policies policies) {
        return search.find(question, List.of(Sight.of(school.in(search), policies)), 15);
    }

    private static List<String> names(Finds finds) {
        return finds.tables().stream().map(found -> found.table().name()).toList();
    }

    private static Policies hiding(
            List<TableName> tables, List<ColumnName> columns, List<Mask> masks) {
        return new Policies(
                List.of(), List.of(), tables, columns, List.of(), masks, List.of(), List.of());
    }

    @Test
    void aTableIsFoundByItsName() {
        Finds finds = ask("How many students are there?");
        assertThat(names(finds)).startsWith("student");
        assertThat(finds.connections().getFirst().connection()).isEqualTo(school.connection());
        assertThat(finds.tables().getFirst().why())
                .contains(new Met("students", Place.TABLE, null, null, 1));
    }

    @Test
    void aTableIsFoundByALikeWord() {
        assertThat(names(ask("What wage is paid?"))).startsWith("teacher");
        Met met = ask("How many pupils are there?").tables().getFirst().why().getFirst();
        assertThat(met.place()).isEqualTo(Place.TABLE);
        assertThat(met.likeness()).isLessThan(1);
    }

    @Test
    void aTableIsFoundByAValue() {
        FoundTable found = ask("Who takes Ancient History?").tables().getFirst();
        assertThat(found.table().name()).isEqualTo("course");
        assertThat(found.why())
                .contains(new Met("history", Place.VALUE, "title", "Ancient History", 1));
    }

    @Test
    void wordsThatStandNowhereAreSaid() {
        assertThat(ask("students who like zeppelins").unmet()).contains("zeppelins");
    }

    @Test
    void sharesOfConnectionsAddUpToOne() {
        Finds finds = ask("the price of flights to Oslo");
        assertThat(finds.connections().stream().mapToDouble(each -> each.share()).sum())
                .isBetween(0.999, 1.001);
        assertThat(names(finds)).startsWith("flight");
    }

    @Test
    void theOrderOfWhatIsSearchedChangesNothing() {
        List<Sight> sights = SampleEdition.sights(search, school, airport);
        String question = "names of airports and students in Ghent";
        assertThat(search.find(question, sights.reversed(), 15))
                .isEqualTo(search.find(question, sights, 15));
        TableSearch other = new TableSearch(new WordEmbedder(), Weights.fitted());
        assertThat(other.find(question, SampleEdition.sights(other, airport, school), 15))
                .isEqualTo(search.find(question, sights, 15));
    }

    @Test
    void aHiddenTableIsNotFound() {
        Policies policies = hiding(List.of(SampleEdition.table("teacher")), List.of(), List.of());
        assertThat(names(ask("salary of teachers", policies))).hasSize(4).doesNotContain("teacher");
        assertThat(ask("salary", policies).unmet()).containsExactly("salary");
    }

    @Test
    void aHiddenColumnHelpsNobody() {
        ColumnName salary = new ColumnName(SampleEdition.table("teacher"), "salary");
        Finds finds = ask("salary", hiding(List.of(), List.of(salary), List.of()));
        assertThat(finds.unmet()).containsExactly("salary");
        assertThat(finds.tables())
                .allSatisfy(found -> {
                    assertThat(found.why()).isEmpty();
                    assertThat(found.columns()).noneMatch(each -> each.column().equals("salary"));
                });
    }

    @Test
    void valuesBehindAMaskHelpNobody() {
        ColumnName title = new ColumnName(SampleEdition.table("course"), "title");
        Finds finds =
                ask(
                        "Algebra",
                        hiding(List.of(), List.of(), List.of(new Mask(title, Mask.Kind.HIDE))));
        assertThat(finds.unmet()).containsExactly("algebra");
    }

    @Test
    void valuesOfFilteredRowsHelpNobody() {
        Policies policies =
                new Policies(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new RowFilter(SampleEdition.table("course"), "id = asker.id")),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(ask("Algebra", policies).unmet()).containsExactly("algebra");
        assertThat(names(ask("course", policies))).startsWith("course");
    }

    @Test
    void whoSeesNothingFindsNothing() {
        assertThat(search.find("students", List.of(), 15).tables()).isEmpty();
        Policies nothing =
                new Policies(
                        List.of("elsewhere"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(ask("students", nothing).tables()).isEmpty();
    }

    @Test
    void aQuestionWithoutWordsIsNoFault() {
        assertThat(ask("").unmet()).isEmpty();
        assertThat(ask("?".repeat(100_000)).tables()).hasSize(7);
    }

    @Test
    void aLookupSaysHowMuchMemoryItTakes() {
        assertThat(school.in(search).bytes()).isBetween(1_000L, 100_000L);
    }
}
