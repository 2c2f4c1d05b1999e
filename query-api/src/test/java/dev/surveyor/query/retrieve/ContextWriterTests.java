package dev.surveyor.query.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.TableName;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextWriterTests {

    private static final int PLENTY = 1_000;

    private final TableSearch search = new TableSearch(new WordEmbedder(), Weights.fitted());
    private final SampleEdition school = SampleEdition.school();
    private final EditionContent content = school.content();
    private final EditionLookup lookup = school.in(search);

    private SchemaContext context(String question, Policies policies, int tokens, boolean values) {
        Sight sight = Sight.of(lookup, policies);
        ContextWriter writer =
                new ContextWriter(
                        sight,
                        table ->
                                content.insights().stream()
                                        .filter(insight -> insight.name().equals(table))
                                        .findFirst(),
                        text -> text.split("\\s+").length,
                        values,
                        new HashMap<>());
        return writer.write(search.find(question, List.of(sight), 5), tokens);
    }

    private static Policies withoutGrade(List<ColumnName> hidden, List<Mask> masks) {
        return new Policies(
                List.of(), List.of(), List.of(), hidden, List.of(), masks, List.of(), List.of());
    }

    private static final ColumnName GRADE = new ColumnName(SampleEdition.table("student"), "grade");

    @Test
    void tablesAndTheirJoinsAreTold() {
        SchemaContext context =
                context("titles of courses by students", Policies.NONE, PLENTY, true);
        assertThat(context.tables().stream().map(TableName::name))
                .contains("student", "course", "enrolment");
        assertThat(context.text())
                .contains("table public.student", "grade text: \"good\", \"bad\"")
                .contains("public.enrolment.student_id = public.student.id");
        assertThat(context.tokens()).isLessThanOrEqualTo(PLENTY);
        assertThat(context.leftOut()).isEmpty();
    }

    @Test
    void theLikeliestTablesGetTheRoomThereIs() {
        SchemaContext context = context("grades of students", Policies.NONE, 25, true);
        assertThat(context.tables().getFirst().name()).isEqualTo("student");
        assertThat(context.leftOut()).isNotEmpty();
        assertThat(context("grades of students", Policies.NONE, 1, true).tables())
                .containsExactly(SampleEdition.table("student"));
    }

    @Test
    void valuesAreToldOnlyWhereTheyMayBe() {
        assertThat(context("students", Policies.NONE, PLENTY, false).text())
                .contains("grade")
                .doesNotContain("good");
        Policies masked = withoutGrade(List.of(), List.of(new Mask(GRADE, Mask.Kind.HIDE)));
        assertThat(context("students", masked, PLENTY, true).text())
                .contains("grade", "Algebra")
                .doesNotContain("good");
    }

    @Test
    void hiddenColumnsAreNotTold() {
        Policies hidden = withoutGrade(List.of(GRADE), List.of());
        assertThat(context("students", hidden, PLENTY, true).text())
                .contains("student")
                .doesNotContain("grade", "more columns");
    }
}
