package dev.surveyor.bench.killstart;

import dev.surveyor.bench.Fault;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Kills starts of {@code surveyor serve} as {@code kill -9} does, on folders with data and on
 * brand-new ones, starts again and looks: does it answer, is it the same installation, does
 * everything end when it is stopped.
 */
public final class KillStartExperiment implements FaultExperiment {

    /** The first start may have to build. */
    private static final int FIRST_ANSWER_SECONDS_MAX = 600;

    private static final int ANSWER_SECONDS_MAX = 60;

    @Override
    public String name() {
        return "kill-start";
    }

    @Override
    public String summary() {
        return "Kills 'serve' while it starts, alone or with its store, and starts it again.";
    }

    @Override
    public Report run(Fault.Workplace workplace) throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        try {
            List<String> command =
                    List.of(workplace.home().resolve("surveyor").toString(), "serve");
            return KillStartReport.of(
                    killAll(
                            command,
                            folder.data(),
                            folder.logs(),
                            Kill.schedule(workplace.times(), workplace.seed()),
                            workplace.progress()));
        } finally {
            folder.processes().kill();
        }
    }

    /** A folder serves until the next brand-new one; those that show a failure are kept. */
    private static List<Aftermath> killAll(
            List<String> command, Path data, Path logs, List<Kill> kills, PrintStream progress)
            throws IOException, InterruptedException {
        progress.println("Measuring starts that nobody kills");
        Path log = logs.resolve("unharmed.log");
        start(command, data.resolve("warm-up"), log, FIRST_ANSWER_SECONDS_MAX);
        ScratchFolder.delete(data.resolve("warm-up"));
        Path folder = data.resolve("unharmed");
        double newSeconds = start(command, folder, log, ANSWER_SECONDS_MAX);
        double againSeconds = start(command, folder, log, ANSWER_SECONDS_MAX);

        @Nullable UUID installation = null;
        List<Aftermath> aftermaths = new ArrayList<>();
        boolean usable = true;
        for (Kill kill : kills) {
            if (kill.newFolder() || !usable) {
                if (usable) {
                    ScratchFolder.delete(folder);
                }
                folder = data.resolve("run-%03d".formatted(kill.run()));
                installation = null;
                if (!kill.newFolder()) {
                    start(command, folder, log, ANSWER_SECONDS_MAX);
                }
            }
            double startSeconds = kill.newFolder() ? newSeconds : againSeconds;
            Aftermath aftermath =
                    new KilledStart(command, folder, logs, startSeconds)
                            .undergo(kill, installation);
            progress.println(aftermath);
            aftermaths.add(aftermath);
            installation = aftermath.installation();
            usable = aftermath.failure() == null && aftermath.loss() == null;
        }
        return aftermaths;
    }

    /** An undisturbed start and its end in order; seconds to the first answer. */
    private static double start(List<String> command, Path folder, Path log, int secondsMax)
            throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.start(command, folder, log);
        try {
            return server.awaitAnswer(secondsMax);
        } finally {
            server.stop();
        }
    }
}
