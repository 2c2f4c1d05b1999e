package dev.surveyor.bench.night;

import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import dev.surveyor.embeddings.qdrant.QdrantStandIn;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What several processes share: a PostgreSQL for their catalog, another one to survey, and a server
 * that speaks Qdrant's protocol.
 */
public final class House implements AutoCloseable {

    public static final String CATALOG = "catalog";
    private static final int ANSWER_SECONDS_MAX = 600;
    private static final String KEY = "house-key";

    private final Path home;
    private final ScratchFolder folder;
    private final SourceServer source;
    private final SourceServer catalog;
    private final List<ServerProcess> processes = new ArrayList<>();
    private QdrantStandIn index;

    private House(
            Path home,
            ScratchFolder folder,
            SourceServer source,
            SourceServer catalog,
            QdrantStandIn index) {
        this.home = home;
        this.folder = folder;
        this.source = source;
        this.catalog = catalog;
        this.index = index;
    }

    /** On a folder of its own; the surveyed databases are kept for the next experiment. */
    public static House open(Path home, String experiment, PrintStream progress)
            throws IOException {
        ScratchFolder folder = ScratchFolder.take(home, experiment);
        SourceServer catalog =
                SourceServer.start(folder.data().resolve("catalog-server"), progress);
        catalog.execute("postgres", "CREATE DATABASE " + CATALOG);
        SourceServer source =
                SourceServer.start(
                        home.resolve("ops/bench/target").resolve(experiment + "-source"), progress);
        return new House(home, folder, source, catalog, new QdrantStandIn(KEY));
    }

    public SourceServer source() {
        return source;
    }

    public SourceServer catalog() {
        return catalog;
    }

    public QdrantStandIn index() {
        return index;
    }

    public void startIndexAgain() throws IOException {
        index = index.again();
    }

    /** A process that answers; its login to the catalog has its name. */
    public ServerProcess start(String name, String... settings)
            throws IOException, InterruptedException {
        catalog.login(name);
        List<String> command = new ArrayList<>();
        command.addAll(List.of("env", "SURVEYOR_JAVA_OPTIONS=-Xmx512m"));
        command.addAll(List.of(home.resolve("surveyor").toString(), "serve"));
        command.addAll(SurveyClient.SERVER_OPTIONS);
        command.addAll(catalog.catalogOptions(CATALOG, name));
        List<String> more = new ArrayList<>(List.of(settings));
        more.add("surveyor.catalog.sealing-keys-file=" + folder.data().resolve("shared-keys"));
        more.add("surveyor.embeddings.index=qdrant");
        more.add("surveyor.embeddings.qdrant-url=" + index.url());
        more.add("surveyor.embeddings.qdrant-api-key=" + KEY);
        more.forEach(each -> command.addAll(List.of("--set", each)));
        ServerProcess process =
                ServerProcess.start(
                        command, folder.data().resolve(name), folder.logs().resolve(name + ".log"));
        processes.add(process);
        process.awaitAnswer(ANSWER_SECONDS_MAX);
        return process;
    }

    public Connection toCatalog() throws SQLException {
        Connection connection = catalog.connect(CATALOG);
        connection.setSchema("surveyor");
        return connection;
    }

    @Override
    public void close() throws IOException {
        try {
            for (ServerProcess each : processes) {
                each.kill();
            }
            index.close();
            source.close();
            catalog.close();
            folder.processes().kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
