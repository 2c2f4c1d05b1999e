package dev.surveyor.bench.killstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.surveyor.bench.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillStartReportTests {

    private static final Kill ON_NEW = new Kill(1, true, Reach.SERVER, 0.25);
    private static final Kill ON_OLD = new Kill(2, false, Reach.EVERYTHING, 1.1);

    @Test
    void withoutHarmOnlyTheSumIsRemarked() {
        Report report =
                KillStartReport.of(
                        List.of(
                                new Aftermath(ON_NEW, 3.0, null, null, null, 0),
                                new Aftermath(ON_OLD, 1.0, null, null, null, 0)));
        assertThat(report.remarks()).containsExactly("Lost: nothing, in 2 kills.");
        assertThat(report.results())
                .containsExactly(
                        entry("runs", 2),
                        entry("failed_starts", 0L),
                        entry("lost", 0L),
                        entry("left_over", 0),
                        entry("restart_s", 2.0));
        assertThat(report.rows())
                .extracting(Report.Row::what)
                .containsExactly(
                        "restart, brand-new folder",
                        "restart, folder with data",
                        "restart, killed the server",
                        "restart, killed every process of the folder");
    }

    @Test
    void everyHarmIsCountedAndTold() {
        Report report =
                KillStartReport.of(
                        List.of(
                                new Aftermath(ON_NEW, null, "it ended with 1", null, null, 0),
                                new Aftermath(ON_OLD, 1.0, null, null, "a row", 2)));
        assertThat(report.results())
                .contains(
                        entry("failed_starts", 1L),
                        entry("lost", 1L),
                        entry("left_over", 2),
                        entry("restart_s", 1.0));
        assertThat(report.remarks())
                .containsExactly(
                        "run 1 (brand-new folder, killed the server at 0.25 of a start): no restart: it ended with 1",
                        "run 2 (folder with data, killed every process of the folder at 1.10 of a start): answered again after 1.00 s, lost: a row, processes left over: 2",
                        "Lost: something, in 1 of 2 kills.");
    }

    @Test
    void aMedianThatNobodyMeasuredIsLeftOut() {
        Report report =
                KillStartReport.of(List.of(new Aftermath(ON_NEW, null, "dead", null, null, 0)));
        assertThat(report.results()).doesNotContainKey("restart_s");
        assertThat(report.rows()).isEmpty();
    }
}
