package dev.surveyor.bench.killsurvey;

import dev.surveyor.bench.killsurvey.Boundaries.Stop;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String SERVER = "dev.surveyor.app.Surveyor";

    /** What an undisturbed survey took, and how many commits. */
    record Undisturbed(double millis, int commits) {}

    /** What a kill left behind of a survey: null where all is well. */
    record Outcome(@Nullable String difference, int orphans) {}

    /**
     * What a kill left behind.
     *
     * @param missed those that stood still before they came to their commit
     */
    record Aftermath(Map<Harm, Outcome> outcomes, List<Harm> missed, double restartSeconds) {}

    private final ScratchFolder folder;
    private final List<String> command;
    private final Path order;
    private final Shelf shelf;
    private @Nullable ServerProcess server;
    private @Nullable SurveyClient client;

    /** The last survey that was looked at, by connection. */
    private final Map<UUID, String> before = new HashMap<>();

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
                        // None of these processes lives long enough for the better compiler.
                        "-XX:TieredStopAtLevel=1",
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
                        "surveyor.survey.concurrent-max=" + Kill.SURVEYS_MAX,
                        "--set",
                        // Those that are held keep theirs.
                        "surveyor.catalog.pool-size=30",
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
        Stop counted = new Stop(connection, 0, false);
        Boundaries.arm(order, List.of(counted));
        long begin = System.nanoTime();
        survey(List.of(connection));
        double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        restart("undisturbed", false);
        int commits = Integer.parseInt(Files.readString(counted.count(order)).strip());
        return new Undisturbed(millis, commits);
    }

    /** Surveys of these, all at once, that nobody disturbs. */
    void survey(List<UUID> connections) throws IOException, InterruptedException {
        for (UUID connection : connections) {
            before.put(connection, client().begin(connection.toString(), "INCREMENTAL"));
        }
        for (UUID connection : connections) {
            client().awaitCompleted(
                            Objects.requireNonNull(before.get(connection)), SURVEY_SECONDS_MAX);
        }
    }

    private double restart(String what, boolean storeToo) throws IOException, InterruptedException {
        server().kill();
        client().close();
        if (storeToo) {
            new FolderProcesses(folder.data()).kill();
        }
        // The next process is to live.
        Files.deleteIfExists(order);
        long begin = System.nanoTime();
        start(what);
        return (System.nanoTime() - begin) / (NANOS_PER_MILLI * 1000);
    }

    /**
     * Begins surveys, kills their process where the kill says, starts again, and looks.
     *
     * @param connections as many as the kill has harms
     * @param sha256 of what an undisturbed survey publishes
     * @param millis that one takes
     */
    Aftermath undergo(Kill kill, List<UUID> connections, String sha256, double millis)
            throws IOException, InterruptedException {
        Meeting meeting = new Meeting(client(), order, kill, connections);
        Set<UUID> met = kill.isAtCommits() ? meeting.atCommits() : meeting.atMoments(millis);
        double seconds =
                restart("run-%03d".formatted(kill.harms().getFirst().run()), kill.storeToo());
        Map<Harm, Outcome> outcomes = new LinkedHashMap<>();
        List<Harm> missed = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            Harm harm = kill.harms().get(i);
            Outcome outcome = look(connections.get(i), sha256);
            if (met.contains(connections.get(i)) || outcome.difference() != null) {
                outcomes.put(harm, outcome);
            } else {
                missed.add(harm);
            }
        }
        return new Aftermath(outcomes, missed, seconds);
    }

    private Outcome look(UUID connection, String sha256) throws IOException, InterruptedException {
        String survey = client().newest(connection).path("id").asString("");
        if (survey.isEmpty() || survey.equals(before.get(connection))) {
            // Killed before it was written down: who asked heard nothing, and asks again.
            survey = client().begin(connection.toString(), "INCREMENTAL");
        }
        before.put(connection, survey);
        JsonNode end = client().awaitEnd(survey, SURVEY_SECONDS_MAX);
        if (!end.path("state").asString("").equals("COMPLETED")) {
            return new Outcome("it ended so: " + end, 0);
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
                listed.size() + indexed.size() - 2 * both.size());
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
