package dev.surveyor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTests {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(new Samples(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
        assertThat(new Samples(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5);
    }

    @Test
    void ratiosAreTakenPairByPair() {
        assertThat(new Samples(List.of(2.0, 30.0)).over(new Samples(List.of(1.0, 10.0))).values())
                .containsExactly(2.0, 3.0);
    }

    @Test
    void nothingMeasuredIsNoSample() {
        assertThatThrownBy(() -> new Samples(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theResultLineHasTheNamesInTheirOrderWithADecimalPoint() {
        Map<String, Double> results = new LinkedHashMap<>();
        results.put("first_answer_s", 1.5);
        results.put("speedup", 2.75);
        Report report =
                new Report(
                        List.of(new Report.Row("serve", "s", new Samples(List.of(1.5)))), results);
        assertThat(report.resultLine()).isEqualTo("RESULT first_answer_s=1.500 speedup=2.750");
        assertThat(report.table()).contains("serve", "1.500");
    }

    @Test
    void everyBenchmarkIsFoundByItsServiceLine() {
        assertThat(Bench.names()).contains("startup");
        assertThat(Bench.commandLine().getSubcommands()).containsKey("startup");
    }

    @Test
    void anUnknownBenchmarkIsAUsageError() {
        assertThat(Bench.commandLine().execute("no-such-thing")).isEqualTo(2);
        assertThat(Bench.commandLine().execute()).isEqualTo(2);
    }
}
