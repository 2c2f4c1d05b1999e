package dev.surveyor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ExperimentCommandsTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine bench = quiet(Bench.commandLine());
    private final CommandLine fault = quiet(Fault.commandLine());

    @Test
    void everyExperimentIsFoundByItsServiceLine() {
        assertThat(bench.getSubcommands()).containsKeys("startup", "access", "table");
        assertThat(fault.getSubcommands()).containsKeys("kill-start", "http", "kill-access");
    }

    @Test
    void noTwoExperimentsKeepTheirResultsInTheSameFiles() {
        Set<String> both = new TreeSet<>(bench.getSubcommands().keySet());
        both.retainAll(fault.getSubcommands().keySet());
        assertThat(both).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsAUsageError() {
        assertThat(bench.execute()).isEqualTo(2);
        assertThat(bench.execute("no-such-thing")).isEqualTo(2);
        assertThat(bench.execute("startup", "--rounds", "0")).isEqualTo(2);
        assertThat(fault.execute()).isEqualTo(2);
        assertThat(fault.execute("no-such-thing")).isEqualTo(2);
        assertThat(fault.execute("kill-start", "--no-such-flag")).isEqualTo(2);
        assertThat(fault.execute("kill-start", "--times", "1001")).isEqualTo(2);
        assertThat(fault.execute("kill-start", "--seed", "many")).isEqualTo(2);
        assertThat(err.toString()).contains("--times must be between 1 and 1000.");
    }

    @Test
    void helpNamesTheExperimentsAndTheirOptions() {
        assertThat(fault.execute("--help")).isZero();
        assertThat(out.toString()).contains("kill-start", "RESULT");
        assertThat(fault.execute("kill-start", "--help")).isZero();
        assertThat(out.toString()).contains("--times", "--seed", "default: 20");
    }

    @Test
    void anExperimentHasOptionsAndAnUsualNumberOfItsOwn() {
        assertThat(bench.execute("access", "--help")).isZero();
        assertThat(out.toString()).contains("--users", "default: 100000", "default: 1)");
        assertThat(fault.execute("http", "--help")).isZero();
        assertThat(out.toString()).contains("--calls", "default: 6000");
    }

    private CommandLine quiet(CommandLine commandLine) {
        return commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    }
}
