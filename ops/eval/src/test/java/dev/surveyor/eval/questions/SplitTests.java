package dev.surveyor.eval.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTests {

    /** These never change: what was fitted on a database must not be reported on it later. */
    @ParameterizedTest
    @CsvSource({
        "academic, FIT",
        "activity_1, FIT",
        "world_1, FIT",
        "department_management, CALIBRATE",
        "flight_1, REPORT",
        "store_1, REPORT",
        "shop, REPORT"
    })
    void aDatabaseStaysInItsPart(String database, Split part) {
        assertThat(Split.of(database)).isEqualTo(part);
        assertThat(part.holds(database)).isTrue();
        assertThat(Split.ALL.holds(database)).isTrue();
    }

    @Test
    void partsTakeAHalfAFifthAndTheRest() {
        Map<Split, Long> sizes =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> Split.of("database_" + i))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(sizes.get(Split.FIT)).isBetween(4_800L, 5_200L);
        assertThat(sizes.get(Split.CALIBRATE)).isBetween(1_800L, 2_200L);
        assertThat(sizes.get(Split.REPORT)).isBetween(2_800L, 3_200L);
    }
}
