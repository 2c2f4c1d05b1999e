package dev.surveyor.sources.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Column.Generation;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.ColumnType;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.Table.Estimate;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class TableMeasureTests {

    private static final Column COLUMN =
            new Column(
                    "c",
                    ColumnType.plain("text", TypeFamily.TEXT),
                    true,
                    Generation.NONE,
                    null,
                    null,
                    null,
                    true);

    private static ColumnProfile measured(int rows, IntFunction<String> cell) {
        Table table =
                new Table(
                        new TableName("s", "t"),
                        TableKind.TABLE,
                        List.of(COLUMN),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Estimate.NONE,
                        0,
                        false,
                        null,
                        null);
        TableMeasure measure =
                new TableMeasure(
                        table,
                        List.of(new MeasuredColumn(COLUMN, TextForm.ORDERED, false)),
                        ProfileRequest.standard(Depth.FULL),
                        true);
        for (int i = 0; i < rows; i++) {
            int weight = measure.nextRow();
            byte[] bytes = cell.apply(i).getBytes(StandardCharsets.UTF_8);
            measure.column(0).add(bytes, 0, bytes.length, weight);
        }
        return measure.profile(Method.FULL, Population.whole(rows), Duration.ZERO, null)
                .columns()
                .getFirst();
    }

    @Test
    void upToTheThresholdEveryValueIsCountedExactly() {
        ColumnProfile profile = measured(10_000, i -> "v" + i % 100);
        assertThat(profile.completeness()).isEqualTo(Completeness.ALL_VALUES);
        assertThat(profile.distinct()).isEqualTo(Count.exactly(100));
        assertThat(profile.values()).hasSize(100).allMatch(value -> value.rows() == 100);
        assertThat(profile.samples()).isEmpty();
    }

    @Test
    void beyondItDifferentValuesAreEstimatedAndTheErrorIsStated() {
        Count distinct = Objects.requireNonNull(measured(300_000, i -> "v" + i).distinct());
        assertThat(distinct.exact()).isFalse();
        assertThat((double) distinct.value()).isCloseTo(300_000, within(9_000.0));
    }

    @Test
    void someThousandsOfDifferentValuesAreCountedExactly() {
        assertThat(measured(50_000, i -> "v" + i % 5_000).distinct())
                .isEqualTo(Count.exactly(5_000));
    }

    @Test
    void samplesAreSpreadAndTheSameInAnyOrder() {
        ColumnProfile forwards = measured(5_000, i -> "v" + i);
        ColumnProfile backwards = measured(5_000, i -> "v" + (4_999 - i));
        assertThat(forwards.samples()).hasSize(50).isEqualTo(backwards.samples());
        assertThat(forwards.samples()).anyMatch(value -> value.text().compareTo("v4") > 0);
    }

    @Test
    void commonValuesAreFoundAmongManyRareOnes() {
        ColumnProfile profile = measured(100_000, i -> i % 4 == 0 ? "common" : "v" + i);
        assertThat(profile.completeness()).isEqualTo(Completeness.TOP_VALUES);
        assertThat(profile.values().getFirst().text()).isEqualTo("common");
        assertThat((double) profile.values().getFirst().rows()).isCloseTo(25_000, within(3_000.0));
    }

    @Test
    void boundsAndLengthsAreThoseOfAllCells() {
        ColumnProfile profile = measured(1_000, i -> "%04d".formatted(i));
        assertThat(Objects.requireNonNull(profile.min()).text()).isEqualTo("0000");
        assertThat(Objects.requireNonNull(profile.max()).text()).isEqualTo("0999");
        assertThat(profile.averageLength()).isEqualTo(4);
        assertThat(profile.pattern()).isEqualTo("9999");
    }
}
