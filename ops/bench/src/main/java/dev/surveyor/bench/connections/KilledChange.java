package dev.surveyor.bench.connections;

import dev.surveyor.bench.server.Api;
import dev.surveyor.bench.server.FolderProcesses;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One data folder on which changes are killed, one after the other. */
final class KilledChange {

    private static final String PASSWORD = "the fault's own password";
    private static final int FIRST_ANSWER_SECONDS_MAX = 600;
    private static final int ANSWER_SECONDS_MAX = 60;
    private static final int ACKNOWLEDGED_SECONDS_MAX = 90;
    private static final double NANOS_PER_MILLI = 1e6;

    /** What a kill left behind. */
    record Outcome(double restartSeconds, boolean acknowledged, List<String> faults) {

        Outcome {
            faults = List.copyOf(faults);
        }
    }

    private final ScratchFolder folder;
    private final List<String> serve;
    private final List<String> rotate;
    private final Map<Act.Kind, Double> undisturbedMillis = new EnumMap<>(Act.Kind.class);
    private String friend = "";

    KilledChange(Path home, ScratchFolder folder) {
        String launcher = home.resolve("surveyor").toString();
        this.folder = folder;
        this.serve =
                List.of(
                        launcher,
                        "serve",
                        "--set",
                        "surveyor.access.admin-password=" + PASSWORD,
                        "--set",
                        "surveyor.access.limits-enabled=false");
        this.rotate = List.of(launcher, "keys", "rotate", "--data", folder.data().toString());
    }

    /** Makes what is needed, and sees how long each change takes when nobody disturbs it. */
    void prepare() throws IOException, InterruptedException {
        ServerProcess server = start("prepare");
        try {
            server.awaitAnswer(FIRST_ANSWER_SECONDS_MAX);
            try (Api admin = logIn(server)) {
                friend =
                        admin.post(
                                        "/users",
                                        Map.of(
                                                "username", "friend",
                                                "email", "friend@example.org",
                                                "password", PASSWORD,
                                                "role", "USER"))
                                .required()
                                .text("/id");
                ChangeClient client = client(admin);
                for (Act.Kind kind : Act.Kind.values()) {
                    String id = idFor(kind, client, "spare " + kind);
                    long begin = System.nanoTime();
                    if (!client.carryOut(kind, "undisturbed", id)) {
                        throw new IOException("not even an undisturbed %s works".formatted(kind));
                    }
                    undisturbedMillis.put(kind, (System.nanoTime() - begin) / NANOS_PER_MILLI);
                }
            }
        } finally {
            server.stop();
        }
    }

    private ServerProcess start(String what) throws IOException {
        return ServerProcess.start(serve, folder.data(), folder.logs().resolve(what + ".log"));
    }

    private static Api logIn(ServerProcess server) throws IOException, InterruptedException {
        return Api.loggedIn(server.uri(), "admin", PASSWORD);
    }

    private ChangeClient client(Api admin) {
        return new ChangeClient(admin, friend, rotate, folder.logs().resolve("rotate.log"));
    }

    /** A connection that is there already, where the change needs one. */
    private static String idFor(Act.Kind kind, ChangeClient client, String name)
            throws IOException, InterruptedException {
        return kind == Act.Kind.CREATE ? "" : client.create(name).required().text("/id");
    }

    /** Kills in the middle of the act, starts again, looks; ends with no process alive. */
    Outcome undergo(Act act) throws IOException, InterruptedException {
        String name = "run " + act.run();
        String id;
        boolean acknowledged;
        ServerProcess server = start("run-%03d-killed".formatted(act.run()));
        try {
            server.awaitAnswer(ANSWER_SECONDS_MAX);
            try (Api admin = logIn(server)) {
                ChangeClient client = client(admin);
                id = idFor(act.kind(), client, name);
                CompletableFuture<Boolean> change = begin(act.kind(), client, name, id);
                Thread.sleep(delayMillis(act));
                if (act.kind() == Act.Kind.ROTATE) {
                    // Also the process that rotates, and the store under it.
                    new FolderProcesses(folder.data()).kill();
                }
                server.kill();
                acknowledged = acknowledged(change);
            }
        } finally {
            new FolderProcesses(folder.data()).kill();
        }
        return look(act, name, id, acknowledged);
    }

    private Outcome look(Act act, String name, String id, boolean acknowledged)
            throws IOException, InterruptedException {
        ServerProcess server = start("run-%03d-restarted".formatted(act.run()));
        try {
            double seconds = server.awaitAnswer(ANSWER_SECONDS_MAX);
            try (Api admin = logIn(server)) {
                Aftermath aftermath = new Aftermath(client(admin), folder.data());
                return new Outcome(
                        seconds,
                        acknowledged,
                        aftermath.faults(act.kind(), name, id, acknowledged));
            }
        } finally {
            server.stop();
            new FolderProcesses(folder.data()).kill();
        }
    }

    private long delayMillis(Act act) {
        return Math.round(act.moment() * Objects.requireNonNull(undisturbedMillis.get(act.kind())));
    }

    private static CompletableFuture<Boolean> begin(
            Act.Kind kind, ChangeClient client, String name, String id) {
        CompletableFuture<Boolean> change = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("change")
                .start(() -> {
                    try {
                        change.complete(client.carryOut(kind, name, id));
                    } catch (IOException killed) {
                        change.complete(false);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        change.complete(false);
                    }
                });
        return change;
    }

    private static boolean acknowledged(CompletableFuture<Boolean> change)
            throws IOException, InterruptedException {
        try {
            return change.get(ACKNOWLEDGED_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("nobody can say whether the change was acknowledged", e);
        }
    }
}
