package dev.surveyor.bench.killstart;

import dev.surveyor.bench.server.FolderProcesses;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One data folder under fire: a start that is killed, the next one, which must answer, its end.
 *
 * @param logs folder for what the servers say
 * @param startSeconds how long such a start takes when nobody kills it
 */
record KilledStart(List<String> command, Path data, Path logs, double startSeconds) {

    private static final int ANSWER_SECONDS_MAX = 60;
    private static final int WITNESS_SECONDS_MAX = 30;
    private static final int STORE_STOP_SECONDS_MAX = 15;
    private static final int END_SECONDS_MAX = 5;
    private static final double MILLIS_PER_SECOND = 1000;

    /**
     * Returns with no process of the folder alive.
     *
     * @param before the installation that was there before; null where there was none
     */
    Aftermath undergo(Kill kill, @Nullable UUID before) throws IOException, InterruptedException {
        FolderProcesses processes = new FolderProcesses(data);
        UUID promised = startAndKill(kill, before);
        int orphans =
                kill.reach() == Reach.SERVER_THEN_WAIT
                        ? processes.aliveAfter(STORE_STOP_SECONDS_MAX).size()
                        : 0;
        @Nullable Double seconds = null;
        @Nullable UUID installation = null;
        @Nullable String failure = null;
        @Nullable String loss = null;
        ServerProcess next = start(kill, "restarted");
        try {
            seconds = next.awaitAnswer(ANSWER_SECONDS_MAX);
            installation = Installation.id(data);
            loss = loss(promised, installation);
        } catch (IOException e) {
            if (seconds == null) {
                failure = e.getMessage();
            } else {
                loss = e.getMessage();
            }
        } finally {
            next.stop();
        }
        int leftOver = processes.aliveAfter(END_SECONDS_MAX).size();
        processes.kill();
        return new Aftermath(kill, seconds, failure, installation, loss, orphans + leftOver);
    }

    private ServerProcess start(Kill kill, String what) throws IOException {
        return ServerProcess.start(
                command, data, logs.resolve("run-%03d-%s.log".formatted(kill.run(), what)));
    }

    /**
     * The installation that must be found again: known before, or seen once the server answered.
     */
    private @Nullable UUID startAndKill(Kill kill, @Nullable UUID before)
            throws IOException, InterruptedException {
        ServerProcess server = start(kill, "killed");
        CompletableFuture<@Nullable UUID> witness = new CompletableFuture<>();
        Thread.ofVirtual().name("witness").start(() -> witness.complete(whoAnswers(server)));
        Thread.sleep(Math.round(kill.moment() * startSeconds * MILLIS_PER_SECOND));
        kill(kill.reach(), server);
        try {
            UUID seen = witness.get(WITNESS_SECONDS_MAX, TimeUnit.SECONDS);
            return before == null ? seen : before;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("nobody can say whether the killed server answered", e);
        }
    }

    private @Nullable UUID whoAnswers(ServerProcess server) {
        try {
            server.awaitAnswer(ANSWER_SECONDS_MAX);
            return Installation.id(data);
        } catch (IOException killedBefore) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void kill(Reach reach, ServerProcess server) throws InterruptedException {
        switch (reach) {
            case SERVER, SERVER_THEN_WAIT -> server.kill();
            case SERVER_AND_CHILDREN -> {
                // First those that would end in order as soon as the server is gone.
                server.children().forEach(ProcessHandle::destroyForcibly);
                server.kill();
            }
            case EVERYTHING -> {
                new FolderProcesses(data).kill();
                server.kill();
            }
        }
    }

    private static @Nullable String loss(@Nullable UUID promised, UUID found) {
        return promised == null || promised.equals(found)
                ? null
                : "the installation was %s and is %s".formatted(promised, found);
    }
}
