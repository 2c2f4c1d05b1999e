package dev.surveyor.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.Report;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MutateSqlIT {

    @Test
    void nothingEscapesHangsOrCrashes() throws IOException, InterruptedException {
        Report report =
                new MutateSqlExperiment().run(new Workplace(Path.of("."), 2000, 7, System.err));
        assertThat(report.results())
                .as(report.remarks().toString())
                .containsEntry("escaped", 0)
                .containsEntry("hung", 0)
                .containsEntry("crashed", 0);
    }
}
