package dev.surveyor.bench.asked;

import dev.surveyor.bench.night.SourceServer;
import dev.surveyor.bench.night.SurveyClient;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server as people start it whose language model says what an experiment wants, beside a
 * PostgreSQL with the databases that are asked about.
 */
public final class AskedServer implements AutoCloseable {

    private static final int FIRST_ANSWER_SECONDS_MAX = 600;
    private static final int SURVEY_SECONDS_MAX = 300;

    private final ScratchFolder folder;
    private final SourceServer source;
    private final ServerProcess process;
    private final SurveyClient client;

    private AskedServer(
            ScratchFolder folder, SourceServer source, ServerProcess process, SurveyClient client) {
        this.folder = folder;
        this.source = source;
        this.process = process;
        this.client = client;
    }

    /**
     * Starts it on data of its own; the databases are kept for the experiment's next run.
     *
     * @param modelUrl where the language model answers as OpenAI does
     * @param heap as java says it
     * @param settings in the form {@code name=value}
     */
    public static AskedServer start(
            Path home,
            String experiment,
            String modelUrl,
            String heap,
            List<String> settings,
            PrintStream progress)
            throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.take(home, experiment);
        SourceServer source =
                SourceServer.start(
                        home.resolve("ops/bench/target").resolve(experiment + "-source"), progress);
        ServerProcess process =
                ServerProcess.start(
                        command(home, modelUrl, heap, settings),
                        folder.data(),
                        folder.logs().resolve("serve.log"));
        try {
            process.awaitAnswer(FIRST_ANSWER_SECONDS_MAX);
            return new AskedServer(folder, source, process, SurveyClient.of(process.uri()));
        } catch (IOException | InterruptedException e) {
            end(folder, source, process);
            throw e;
        }
    }

    private static List<String> command(
            Path home, String modelUrl, String heap, List<String> settings) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("env", "SURVEYOR_JAVA_OPTIONS=-Xmx" + heap));
        command.addAll(List.of(home.resolve("surveyor").toString(), "serve"));
        command.addAll(SurveyClient.SERVER_OPTIONS);
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "surveyor.llm.provider=openai",
                                "surveyor.llm.model=scripted",
                                "surveyor.llm.base-url=" + modelUrl,
                                "surveyor.llm.day-tokens-max=0"));
        all.addAll(settings);
        all.forEach(each -> command.addAll(List.of("--set", each)));
        return command;
    }

    public SourceServer source() {
        return source;
    }

    public SurveyClient client() {
        return client;
    }

    public long pid() {
        return process.pid();
    }

    /** Saves a connection and surveys it. */
    public String surveyed(Map<String, Object> fields) throws IOException, InterruptedException {
        String id = client.connect(fields);
        client.awaitCompleted(client.begin(id, "INCREMENTAL"), SURVEY_SECONDS_MAX);
        return id;
    }

    /** Somebody who may ask questions about this connection for an hour. */
    public Asker asker(String connection) throws IOException, InterruptedException {
        String expires = Instant.now().plus(Duration.ofHours(1)).toString();
        String key =
                client.api()
                        .post(
                                "/api-keys",
                                Map.of(
                                        "name",
                                        "asker",
                                        "scopes",
                                        List.of("questions:ask"),
                                        "expires",
                                        expires))
                        .required()
                        .text("/key");
        return new Asker(process.uri(), connection, key);
    }

    @Override
    public void close() throws IOException {
        client.close();
        end(folder, source, process);
    }

    private static void end(ScratchFolder folder, SourceServer source, ServerProcess process)
            throws IOException {
        try {
            process.kill();
            folder.processes().kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            source.close();
        }
    }
}
