package dev.surveyor.eval.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void figuresStandToTheRight() {
        assertThat(new Table("", "n").add("all", "100").gap().add("apart", "7"))
                .hasToString("         n\nall    100\n\napart    7\n");
    }

    @Test
    void nothingIsSaidOfWhatIsDoneInAMoment() {
        StringWriter err = new StringWriter();
        try (Progress progress = new Progress(new PrintWriter(err), "asked", 0, 2)) {
            progress.step();
            progress.step();
        }
        assertThat(err.toString()).isEmpty();
    }
}
