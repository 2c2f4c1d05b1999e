package dev.surveyor.bench.killsurvey;

import dev.surveyor.bench.night.Shelf;
import dev.surveyor.bench.night.Shelf.Served;
import dev.surveyor.bench.night.SurveyClient;
import dev.surveyor.bench.server.FolderProcesses;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One server on one data folder whose surveys are killed, and that is started again each time. */
final class KilledSurvey implements AutoCloseable {

    private static final int FIRST_ANSWER_SECONDS_MAX = 600;
    private static final int ANSWER_SECONDS_MAX = 90;
    private static final int SURVEY_SECONDS_MAX = 180;
    private static final int END_SECONDS_MAX = 60;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String SERVER = "dev.surveyor.app.Surveyor";

    /** What an undisturbed survey took, and how many commits. */
    record Undisturbed(UUID connection, double millis, int commits) {}

    /** What a kill left behind: null where all is well. */
    record Outcome(@Nullable String difference, int orphans, double restartSeconds) {}

    private final ScratchFolder folder;
    private final List<String> command;
    private final Path order;
    private final Shelf shelf;
    private @Nullable ServerProcess server;
    private @Nullable SurveyClient client;

    KilledSurvey(Path home, ScratchFolder folder) throws IOException {
        this.folder = folder;
        this.order = folder.logs().resolve("halt");
        this.shelf = new Shelf(folder.data());
        this.command = command(home, order);
    }

    /** The server as the launcher starts it, with our classes beside its own. */
    private static List<String> command(Path home, Path order) throws IOException {
        Path run = home.resolve("app/target/run");
        Path cache = run.resolve("server.aot");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(
                List.of(
                        "-XX:+UseG1GC",
                        "-Xlog:disable",
                        "-Xmx512m",
                        "-Dspring.aot.enabled=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-D" + Boundaries.PROPERTY + "=" + order,
                        "-cp",
                        run.resolve("surveyor.jar")
                                + ":"
                                + home.resolve("ops/bench/target/classes"),
                        SERVER,
                        "serve",
                        "--set",
                        "surveyor.survey.editions-kept=1",
                        "--set",
                        "surveyor.survey.recoveries-max=10"));
        command.addAll(SurveyClient.SERVER_OPTIONS);
        return command;
    }

    void start(String what) throws IOException, InterruptedException {
        ServerProcess started =
                ServerProcess.start(command, folder.data(), folder.logs().resolve(what + ".log"));
        server = started;
        boolean first = client == null;
        started.awaitAnswer(first ? FIRST_ANSWER_SECONDS_MAX : ANSWER_SECONDS_MAX);
        client = SurveyClient.of(started.uri());
    }

    private SurveyClient client() {
        return Objects.requireNonNull(client);
    }

    private ServerProcess server() {
        return Objects.requireNonNull(server);
    }

    UUID connect(Map<String, Object> fields) throws IOException, InterruptedException {
        return UUID.fromString(client().connect(fields));
    }

    Served served(UUID connection) throws IOException {
        return shelf.served(connection);
    }

    /** A survey that nobody disturbs, its time and its commits. */
    Undisturbed undisturbed(UUID connection) throws IOException, InterruptedException {
        Files.writeString(order, Boundaries.COUNT);
        long begin = System.nanoTime();
        client().awaitCompleted(
                        client().begin(connection.toString(), "INCREMENTAL"), SURVEY_SECONDS_MAX);
        double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        restart("undisturbed");
        int commits = Integer.parseInt(Files.readString(Boundaries.count(order)).strip());
        return new Undisturbed(connection, millis, commits);
    }

    private double restart(String what) throws IOException, InterruptedException {
        client().close();
        server().kill();
        // The next process is to live.
        Files.deleteIfExists(order);
        long begin = System.nanoTime();
        start(what);
        return (System.nanoTime() - begin) / (NANOS_PER_MILLI * 1000);
    }

    /** Begins a survey, kills its process where the harm says, starts again, and looks. */
    Outcome undergo(Harm harm, UUID connection, String sha256, double millis)
            throws IOException, InterruptedException {
        if (harm.boundary() > 0) {
            Files.writeString(order, harm.boundary() + " " + (harm.before() ? "before" : "after"));
        }
        @Nullable String survey = begin(connection);
        if (harm.boundary() == 0) {
            Thread.sleep(Math.round(harm.moment() * millis));
        } else {
            awaitDeath(survey);
        }
        if (harm.storeToo()) {
            new FolderProcesses(folder.data()).kill();
        }
        double seconds = restart("run-%03d".formatted(harm.run()));
        return look(connection, sha256, seconds);
    }

    /** Null where the process died before it could answer. */
    private @Nullable String begin(UUID connection) throws InterruptedException {
        try {
            return client().begin(connection.toString(), "INCREMENTAL");
        } catch (IOException killed) {
            return null;
        }
    }

    /** One that was to be killed at a commit that it did not need this time just ends. */
    private void awaitDeath(@Nullable String survey) throws InterruptedException {
        try {
            if (survey != null) {
                client().awaitEnd(survey, END_SECONDS_MAX);
                // What it commits after its end has to be reached too.
                Thread.sleep(300);
            }
        } catch (IOException killed) {
            // As it should be.
        }
    }

    private Outcome look(UUID connection, String sha256, double seconds)
            throws IOException, InterruptedException {
        String survey = newest(connection);
        if (survey.isEmpty()) {
            // Killed before it was written down: who asked heard nothing, and asks again.
            survey = client().begin(connection.toString(), "INCREMENTAL");
        }
        JsonNode end = client().awaitEnd(survey, SURVEY_SECONDS_MAX);
        if (!end.path("state").asString("").equals("COMPLETED")) {
            return new Outcome("it ended so: " + end, 0, seconds);
        }
        Served served = shelf.served(connection);
        Set<UUID> listed = shelf.listed(connection);
        Set<UUID> indexed = shelf.indexed(connection);
        Set<UUID> both = new HashSet<>(listed);
        both.retainAll(indexed);
        return new Outcome(
                served.sha256().equals(sha256)
                        ? null
                        : "edition %d is another: %s".formatted(served.number(), served.sha256()),
                listed.size() + indexed.size() - 2 * both.size(),
                seconds);
    }

    private String newest(UUID connection) throws IOException, InterruptedException {
        return client().api()
                .get("/jobs/surveys?limit=1&connectionId=" + connection)
                .required()
                .body()
                .at("/items/0/id")
                .asString("");
    }

    @Override
    public void close() throws IOException {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            try {
                server.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
