package dev.surveyor.bench.restart;

import dev.surveyor.bench.night.SourceServer;
import dev.surveyor.bench.night.SurveyClient;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import dev.surveyor.demo.DemoShop;
import dev.surveyor.demo.LoadedShop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One data folder, the demo shop beside it, and the server that works on it for the moment. */
final class RestartedHouse implements AutoCloseable {

    private static final int FIRST_ANSWER_SECONDS_MAX = 600;
    private static final int ANSWER_SECONDS_MAX = 60;
    private static final int SURVEY_SECONDS_MAX = 300;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<String> SCOPES =
            List.of("questions:ask", "connections:read", "connections:write", "surveys:read");

    private final Path home;
    private final ScratchFolder folder;
    private final SourceServer source;
    private @Nullable ServerProcess process;
    private @Nullable SurveyClient client;
    private int starts;

    RestartedHouse(Path home, ScratchFolder folder, SourceServer source) {
        this.home = home;
        this.folder = folder;
        this.source = source;
    }

    /** Starts on the folder; seconds until it is ready. */
    double start() throws IOException, InterruptedException {
        starts++;
        List<String> command = new ArrayList<>();
        command.addAll(List.of(home.resolve("surveyor").toString(), "serve"));
        command.addAll(SurveyClient.SERVER_OPTIONS);
        command.addAll(List.of("--set", "surveyor.llm.provider=none"));
        ServerProcess started =
                ServerProcess.start(
                        command,
                        folder.data(),
                        folder.logs().resolve("serve-%d.log".formatted(starts)));
        process = started;
        double seconds =
                started.awaitAnswer(starts == 1 ? FIRST_ANSWER_SECONDS_MAX : ANSWER_SECONDS_MAX);
        client = SurveyClient.of(started.uri());
        return seconds;
    }

    /** The shop, saved and surveyed; the connection's id. */
    String surveyedShop(PrintStream progress) throws IOException, InterruptedException {
        LoadedShop shop = DemoShop.load(source.administrator(), progress::println);
        String id =
                client().connect(
                                source.fields(
                                        "shop", shop.database(), shop.login(), shop.password()));
        progress.println("Surveying the shop");
        client().awaitCompleted(client().begin(id, "FULL"), SURVEY_SECONDS_MAX);
        return id;
    }

    /** A key for those at work. */
    String key() throws IOException, InterruptedException {
        return client().api()
                .post(
                        "/api-keys",
                        Map.of(
                                "name",
                                "load",
                                "scopes",
                                SCOPES,
                                "expires",
                                Instant.now().plus(Duration.ofHours(2)).toString()))
                .required()
                .text("/key");
    }

    /** The number of the edition that readers see. */
    long edition(String connection) throws IOException, InterruptedException {
        return client().api()
                .get("/intelligence/" + connection + "/editions")
                .required()
                .body()
                .at("/items/0/number")
                .asLong(0);
    }

    SurveyClient client() {
        return Objects.requireNonNull(client, "started");
    }

    ServerProcess process() {
        return Objects.requireNonNull(process, "started");
    }

    /** Tells it to stop as an operator does; seconds until it is gone. */
    double terminate() throws InterruptedException {
        client().close();
        long begin = System.nanoTime();
        process().stop();
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }

    /** As {@code kill -9} does, with its store or without. */
    void kill(boolean storeToo) throws InterruptedException {
        client().close();
        List<ProcessHandle> children = process().children();
        process().kill();
        if (storeToo) {
            children.forEach(child -> child.descendants().forEach(ProcessHandle::destroyForcibly));
            children.forEach(ProcessHandle::destroyForcibly);
            folder.processes().aliveAfter(1);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            folder.processes().kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            source.close();
        }
    }
}
