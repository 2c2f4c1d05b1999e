package dev.surveyor.query.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.TableName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinTreesTests {

    private final TableSearch search = new TableSearch(new WordEmbedder(), Weights.fitted());

    private static List<JoinTree> joined(Sight sight, String... tables) {
        return JoinTrees.of(sight, Arrays.stream(tables).map(SampleEdition::table).toList());
    }

    private static List<String> names(JoinTree tree) {
        return tree.tables().stream().map(TableName::name).toList();
    }

    private Sight everything(SampleEdition edition) {
        return Sight.ofEverything(edition.in(search));
    }

    @Test
    void theTableInBetweenComesAlong() {
        List<JoinTree> trees = joined(everything(SampleEdition.school()), "student", "course");
        assertThat(trees).hasSize(1);
        assertThat(names(trees.getFirst())).containsExactly("course", "enrolment", "student");
        assertThat(trees.getFirst().relations()).hasSize(2);
        assertThat(trees.getFirst().cost()).isEqualTo(2);
    }

    @Test
    void threeTablesAreJoinedByOneTree() {
        List<JoinTree> trees =
                joined(everything(SampleEdition.school()), "city", "teacher", "student");
        assertThat(names(trees.getFirst()))
                .containsExactly("city", "course", "enrolment", "student", "teacher");
        assertThat(trees.getFirst().relations()).hasSize(4);
    }

    @Test
    void twoWaysBetweenTwoTablesAreTwoTrees() {
        List<JoinTree> trees = joined(everything(SampleEdition.airport()), "flight", "airport");
        assertThat(trees).hasSize(2);
        assertThat(trees)
                .extracting(tree -> tree.relations().getFirst().columns().getFirst())
                .containsExactly("arrives", "departs");
    }

    @Test
    void whatCannotBeJoinedStaysApart() {
        SampleEdition edition = SampleEdition.school().table("island", "id");
        assertThat(names(joined(everything(edition), "student", "island").getFirst()))
                .containsExactly("student");
        assertThat(joined(everything(edition), "nowhere")).isEmpty();
    }

    @Test
    void nothingIsJoinedThroughWhatIsHidden() {
        EditionLookup lookup = SampleEdition.school().in(search);
        ColumnName column = new ColumnName(SampleEdition.table("enrolment"), "course_id");
        Policies policies =
                new Policies(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(column),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(names(joined(Sight.of(lookup, policies), "student", "course").getFirst()))
                .containsExactly("student");
    }
}
