package dev.surveyor.catalog.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell between us and the server, with a {@code pg_ctl} that only notes what it is told. */
class KeeperTests {

    @TempDir Path folder;

    private Path told;
    private Path gate;
    private Process keeper;

    @BeforeEach
    void startKeeper() throws IOException, InterruptedException {
        told = folder.resolve("told");
        gate = folder.resolve("gate");
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
        Path control = folder.resolve("pg_ctl");
        Files.writeString(
                control,
                """
                #!/bin/sh
                [ "$1" = start ] && cat "%s" >/dev/null
                echo "$1" >>"%s"
                """
                        .formatted(gate, told));
        Files.setPosixFilePermissions(control, PosixFilePermissions.fromString("rwx------"));
        keeper =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                PostgresServer.KEEPER,
                                "keeper",
                                control.toString(),
                                "data",
                                "log",
                                "",
                                "60",
                                "60")
                        .start();
    }

    /** Opens the pipe that the start waits for; returns when it was read. */
    private void letTheStartGoOn() throws IOException {
        Files.writeString(gate, "go");
    }

    private void awaitTheKeepersEnd() throws InterruptedException {
        assertThat(keeper.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoeverIsKilledDuringTheStartHasTheServerStopped() throws Exception {
        keeper.getInputStream().close();
        keeper.getOutputStream().close();
        letTheStartGoOn();
        awaitTheKeepersEnd();
        assertThat(told).hasContent("start\nstop\n");
    }

    @Test
    void theServerRunsUntilOurEndOfThePipeCloses() throws Exception {
        letTheStartGoOn();
        assertThat(keeper.inputReader().readLine()).isEqualTo("ready");
        assertThat(told).hasContent("start\n");
        keeper.getOutputStream().close();
        awaitTheKeepersEnd();
        assertThat(told).hasContent("start\nstop\n");
    }
}
