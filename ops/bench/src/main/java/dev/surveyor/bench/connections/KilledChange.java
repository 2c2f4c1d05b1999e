package dev.surveyor.bench.connections;

import dev.surveyor.bench.connections.Api.Answer;
import dev.surveyor.bench.server.FolderProcesses;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** One data folder on which changes are killed, one after the other. */
final class KilledChange {

    private static final int FIRST_ANSWER_SECONDS_MAX = 600;
    private static final int ANSWER_SECONDS_MAX = 60;
    private static final int ACKNOWLEDGED_SECONDS_MAX = 30;
    private static final String PATH = "/api/v1/connections";
    private static final int UNKNOWN = 404;

    /** What a kill left behind. */
    record Outcome(double restartSeconds, List<String> faults) {

        Outcome {
            faults = List.copyOf(faults);
        }
    }

    private final List<String> serve;
    private final List<String> rotate;
    private final Path data;
    private final Path root;
    private String friend = "";

    KilledChange(Path home, Path data, Path root) {
        String launcher = home.resolve("surveyor").toString();
        this.serve =
                List.of(
                        launcher,
                        "serve",
                        "--set",
                        "surveyor.access.admin-password=" + Api.PASSWORD,
                        "--set",
                        "surveyor.access.limits-enabled=false");
        this.rotate = List.of(launcher, "keys", "rotate", "--data", data.toString());
        this.data = data;
        this.root = root;
    }

    void prepare() throws IOException, InterruptedException {
        ServerProcess server = start("prepare");
        try {
            server.awaitAnswer(FIRST_ANSWER_SECONDS_MAX);
            try (Api admin = Api.logIn(server.uri().toString(), "admin")) {
                friend =
                        admin.post(
                                        "/api/v1/users",
                                        "{\"username\":\"friend\",\"email\":\"f@example.org\",\"password\":\"%s\",\"role\":\"USER\"}"
                                                .formatted(Api.PASSWORD))
                                .text("id");
            }
        } finally {
            server.stop();
        }
    }

    private ServerProcess start(String what) throws IOException {
        return ServerProcess.start(serve, data, root.resolve(what + ".log"));
    }

    /** Kills in the middle of the act, starts again, looks; ends with no process alive. */
    Outcome undergo(Act act) throws IOException, InterruptedException {
        ServerProcess server = start("run-%03d-killed".formatted(act.run()));
        String id;
        boolean acknowledged;
        try {
            server.awaitAnswer(ANSWER_SECONDS_MAX);
            try (Api admin = Api.logIn(server.uri().toString(), "admin")) {
                id = act.kind() == Act.Kind.CREATE ? "" : create(admin, name(act)).text("id");
                CompletableFuture<Boolean> change = begin(act, admin, id);
                Thread.sleep(act.delayMillis());
                if (act.kind() == Act.Kind.ROTATE) {
                    // Also the process that rotates, and the store under it.
                    new FolderProcesses(data).kill();
                }
                server.kill();
                acknowledged = acknowledged(change);
            }
        } finally {
            new FolderProcesses(data).kill();
        }
        ServerProcess next = start("run-%03d-restarted".formatted(act.run()));
        try {
            double seconds = next.awaitAnswer(ANSWER_SECONDS_MAX);
            try (Api admin = Api.logIn(next.uri().toString(), "admin")) {
                return new Outcome(seconds, faults(act, admin, id, acknowledged));
            }
        } finally {
            next.stop();
            new FolderProcesses(data).kill();
        }
    }

    private static String name(Act act) {
        return "run " + act.run();
    }

    /** It leads to a port where nobody listens: only what is saved matters here. */
    private static Answer create(Api admin, String name) throws IOException, InterruptedException {
        return admin.post(
                PATH,
                """
                {"name": "%s", "kind": "postgresql", "host": "127.0.0.1", "port": 1, "database": "none",
                 "username": "nobody", "password": "sealed"}
                """
                        .formatted(name));
    }

    private CompletableFuture<Boolean> begin(Act act, Api admin, String id) {
        CompletableFuture<Boolean> change = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("change")
                .start(() -> {
                    try {
                        change.complete(carryOut(act, admin, id));
                    } catch (IOException killed) {
                        change.complete(false);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        change.complete(false);
                    }
                });
        return change;
    }

    private boolean carryOut(Act act, Api admin, String id)
            throws IOException, InterruptedException {
        return switch (act.kind()) {
            case CREATE -> create(admin, name(act)).ok();
            case SHARE ->
                    admin.post(
                                    PATH + "/" + id + "/shares",
                                    "{\"userId\":\"%s\",\"right\":\"VIEW\"}".formatted(friend))
                            .ok();
            case DELETE -> admin.send("DELETE", PATH + "/" + id, "").ok();
            case ROTATE -> {
                Process process =
                        new ProcessBuilder(rotate)
                                .redirectErrorStream(true)
                                .redirectOutput(root.resolve("rotate.log").toFile())
                                .start();
                yield process.waitFor(ACKNOWLEDGED_SECONDS_MAX, TimeUnit.SECONDS)
                        && process.exitValue() == 0;
            }
        };
    }

    private static boolean acknowledged(CompletableFuture<Boolean> change)
            throws IOException, InterruptedException {
        try {
            return change.get(2 * ACKNOWLEDGED_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("nobody can say whether the change was acknowledged", e);
        }
    }

    private static List<String> faults(Act act, Api admin, String id, boolean acknowledged)
            throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        String found = act.kind() == Act.Kind.CREATE ? idOf(admin, name(act)) : id;
        boolean there = !found.isEmpty() && admin.get(PATH + "/" + found).status() != UNKNOWN;
        switch (act.kind()) {
            case CREATE -> {
                require(there || !acknowledged, "created and not there", faults);
                require(
                        there == noted(admin, found, "connection.created"),
                        "creation and audit differ",
                        faults);
            }
            case SHARE -> {
                boolean shared =
                        !admin.get(PATH + "/" + found + "/shares").body().path("items").isEmpty();
                require(shared || !acknowledged, "shared and not there", faults);
                require(
                        shared == noted(admin, found, "connection.shared"),
                        "share and audit differ",
                        faults);
            }
            case DELETE -> {
                require(!there || !acknowledged, "deleted and still there", faults);
                require(
                        there != noted(admin, found, "connection.deleted"),
                        "deletion and audit differ",
                        faults);
            }
            case ROTATE -> require(there, "gone after a rotation", faults);
        }
        if (there && act.kind() != Act.Kind.DELETE) {
            // A test unseals first; that nobody listens there is a finding, a lost key is a
            // failure.
            require(
                    admin.post(PATH + "/" + found + "/test", "").text("code").equals("unreachable"),
                    "the password cannot be unsealed",
                    faults);
        }
        return faults;
    }

    private static void require(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static String idOf(Api admin, String name) throws IOException, InterruptedException {
        JsonNode items =
                admin.get(PATH + "?q=" + name.replace(" ", "+") + "&limit=200")
                        .body()
                        .path("items");
        for (JsonNode item : items) {
            if (item.path("name").asString("").equals(name)) {
                return item.path("id").asString("");
            }
        }
        return "";
    }

    private static boolean noted(Api admin, String id, String action)
            throws IOException, InterruptedException {
        return !id.isEmpty()
                && !admin.get("/api/v1/audit?subjectId=%s&action=%s".formatted(id, action))
                        .body()
                        .path("items")
                        .isEmpty();
    }
}
