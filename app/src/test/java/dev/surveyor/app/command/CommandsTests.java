package dev.surveyor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "serve --nonsense",
                "demo extra",
                "config --port",
                "inspect",
                "guard SELECT",
                "guard SELECT --url sqlite:x.db --connection Shop",
                "guard SELECT --url sqlite:x.db --server http://127.0.0.1:1",
                "guard SELECT --server http://127.0.0.1:1",
                "survey",
                "survey Shop --profile-only",
                "survey sqlite:shop.db --full",
                "survey sqlite:shop.db --schemas main",
                "ask",
                "ask Shop question --engine nobody",
                "ask Shop question --json --csv",
                "ask Shop question --max-rows 0",
                "ask Shop question --max-rows 10001",
                "ask Shop question --password-file secret.txt",
                "ask sqlite:shop.db question --server http://127.0.0.1:1",
                "edition",
                "edition dump",
                "edition dump Shop --edition newest",
                "index",
                "index rebuild --to nowhere"
            })
    void whatIsNotUnderstoodExitsWithTwo(String line) {
        assertThat(Commands.run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "serve --help",
                "demo --help",
                "config --help",
                "inspect --help",
                "guard --help",
                "survey --help",
                "ask --help",
                "edition --help",
                "edition dump --help",
                "edition list --help",
                "index rebuild --help"
            })
    void helpAndVersionExitWithZero(String line) {
        assertThat(Commands.run(line.split(" "))).isZero();
    }

    @Test
    void aWrongPropertyMakesConfigFail() {
        assertThat(Commands.run(new String[] {"config", "--set", "surveyor.http.port=x"}))
                .isEqualTo(1);
    }

    @Test
    void aSettingsFileThatIsNotThereIsToldInOneSentence() {
        assertThat(Commands.run(new String[] {"config", "--config", "/no/such/file.yaml"}))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey Shop", "ask Shop how", "edition dump Shop", "index rebuild"})
    void whereNoServerEverRanNothingIsMadeAndTheWayToBeginIsTold(
            String line, @TempDir Path folder) {
        StringWriter err = new StringWriter();
        Path data = folder.resolve("data");
        int exit =
                Commands.commandLine()
                        .setErr(new PrintWriter(err))
                        .execute((line + " --data " + data).split(" "));
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("surveyor demo", "--server");
        assertThat(data).doesNotExist();
    }
}
