package dev.surveyor.bench.killaccess;

import dev.surveyor.bench.server.Api;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** One installation whose server is killed again and again under its clients. */
final class KilledService {

    private static final String PASSWORD = "surviving-admin-meadow-6";
    private static final int CLIENTS = 4;
    private static final int FIRST_ANSWER_SECONDS_MAX = 600;
    private static final int ANSWER_SECONDS_MAX = 120;
    private static final int CLIENT_SECONDS_MAX = 60;
    private static final long EARLIEST_MILLIS = 300;
    private static final long LATEST_MILLIS = 3000;

    /**
     * What one kill led to.
     *
     * @param promises people and keys that were acknowledged in this run
     */
    record Outcome(int run, String killed, int promises, List<String> halfDone, List<String> lost) {

        @Override
        public String toString() {
            return "run %d (killed %s, %d people and keys promised): half done: %s, lost: %s"
                    .formatted(
                            run,
                            killed,
                            promises,
                            halfDone.isEmpty() ? "nothing" : halfDone,
                            lost.isEmpty() ? "nothing" : lost);
        }
    }

    private final List<String> command;
    private final ScratchFolder folder;
    private final Path data;
    private final Promises promises = new Promises();

    KilledService(Path home, ScratchFolder folder) {
        this.command =
                List.of(
                        home.resolve("surveyor").toString(),
                        "serve",
                        "--set",
                        "surveyor.access.limits-enabled=false",
                        "--set",
                        "surveyor.access.password-cost=10",
                        "--set",
                        "surveyor.access.admin-password=" + PASSWORD);
        this.folder = folder;
        this.data = folder.data().resolve("server");
    }

    /** The first start may have to build. */
    void prepare(PrintStream progress) throws IOException, InterruptedException {
        progress.println("Making the data folder");
        ServerProcess server = start("prepared");
        try {
            server.awaitAnswer(FIRST_ANSWER_SECONDS_MAX);
        } finally {
            server.stop();
        }
    }

    Outcome undergo(int run, SplittableRandom random) throws IOException, InterruptedException {
        int before = promised();
        boolean everything = run % 2 == 0;
        harm(run, everything, random);
        int made = promised() - before;
        ServerProcess next = start("run-%03d-restarted".formatted(run));
        try (Api admin = new Api(next.uri())) {
            next.awaitAnswer(ANSWER_SECONDS_MAX);
            List<String> halfDone = Coherence.halves(data);
            admin.withToken(adminToken(admin));
            List<String> lost = Keeping.lost(next.uri(), admin, promises);
            return new Outcome(
                    run,
                    everything ? "every process of the folder" : "the server",
                    made,
                    halfDone,
                    lost);
        } finally {
            next.stop();
        }
    }

    private int promised() {
        return promises.people().size() + promises.keys().size() + promises.deletedKeys().size();
    }

    private void harm(int run, boolean everything, SplittableRandom random)
            throws IOException, InterruptedException {
        ServerProcess server = start("run-%03d-killed".formatted(run));
        try (Api admin = new Api(server.uri())) {
            server.awaitAnswer(ANSWER_SECONDS_MAX);
            String token = adminToken(admin);
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Client client = new Client(server.uri(), token, promises, random.split());
                clients.add(Thread.ofVirtual().name("client-" + i).start(client));
            }
            TimeUnit.MILLISECONDS.sleep(random.nextLong(EARLIEST_MILLIS, LATEST_MILLIS));
            if (everything) {
                folder.processes().kill();
            }
            server.kill();
            for (Thread client : clients) {
                if (!client.join(Duration.ofSeconds(CLIENT_SECONDS_MAX))) {
                    throw new IOException("a client does not notice that its server is gone");
                }
            }
        } finally {
            server.kill();
        }
    }

    private static String adminToken(Api admin) throws IOException, InterruptedException {
        return admin.logIn("admin", PASSWORD).required().text("/accessToken");
    }

    private ServerProcess start(String log) throws IOException {
        return ServerProcess.start(command, data, folder.logs().resolve(log + ".log"));
    }
}
