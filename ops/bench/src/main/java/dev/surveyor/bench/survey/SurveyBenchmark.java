package dev.surveyor.bench.survey;

import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.bench.Benchmark;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.night.GeneratedTables;
import dev.surveyor.bench.night.SessionCount;
import dev.surveyor.bench.night.SourceServer;
import dev.surveyor.bench.night.SurveyClient;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import dev.surveyor.bench.server.StoreLogin;
import dev.surveyor.demo.DemoShop;
import dev.surveyor.demo.LoadedShop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * A server as people start it surveys the demo shop and a database of many tables, from nothing and
 * again; beside it the same with every table looked at anew, and the embedding of its texts alone.
 */
public final class SurveyBenchmark implements Benchmark {

    private static final int TABLES = 2000;
    private static final int ROWS_MAX = 500;
    private static final int SESSIONS = 2;
    private static final int SURVEY_SECONDS_MAX = 3600;
    private static final int FIRST_ANSWER_SECONDS_MAX = 600;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;
    private static final String MEMORY_PEAK = "VmHWM:";

    @SuppressWarnings("UnusedVariable") // picocli sets it
    @Option(
            names = "--tables",
            paramLabel = "N",
            description = "How many tables the generated database has (default: 2000).")
    private int tables = TABLES;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            description =
                    "The server's heap, as java says it (default: 512m from 10000 tables on).")
    private String heap = "";

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "What the generated database follows from (default: 7).")
    private long seed = 7;

    private final List<Report.Row> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Number> results = new LinkedHashMap<>();

    @Override
    public String name() {
        return "survey";
    }

    @Override
    public String summary() {
        return "Surveys of the demo shop and of many tables, first and unchanged; memory; sessions.";
    }

    @Override
    public int timesUsual() {
        return 1;
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        Path target = workplace.home().resolve("ops/bench/target");
        try (SourceServer source =
                SourceServer.start(target.resolve("survey-source"), workplace.progress())) {
            String many = "many_%d_%d".formatted(tables, seed);
            source.database(many, new GeneratedTables(many, tables, ROWS_MAX, seed).statements());
            LoadedShop shop = DemoShop.load(source.administrator(), workplace.progress()::println);
            for (int round = 0; round < workplace.rounds(); round++) {
                round(workplace, source, shop, many);
            }
        }
        return new Report(rows, remarks, results);
    }

    private void round(Workplace workplace, SourceServer source, LoadedShop shop, String many)
            throws IOException, InterruptedException {
        PrintStream progress = workplace.progress();
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        ServerProcess server =
                ServerProcess.start(
                        command(workplace.home()),
                        folder.data(),
                        folder.logs().resolve("serve.log"));
        try {
            server.awaitAnswer(FIRST_ANSWER_SECONDS_MAX);
            try (SurveyClient client = SurveyClient.of(server.uri())) {
                String toShop =
                        client.connect(
                                source.fields(
                                        "shop", shop.database(), shop.login(), shop.password()));
                progress.println("The shop, from nothing and again");
                take("shop_s", survey(client, toShop, "INCREMENTAL"));
                take("shop_unchanged_s", survey(client, toShop, "INCREMENTAL"));
                client.logInAgain();
                String toMany =
                        client.connect(
                                SurveyClient.with(
                                        source.fields("many", many), "surveySessions", SESSIONS));
                many(source, many, client, toMany, progress);
            }
            double peak = memoryPeakMebibytes(server.pid());
            take("t%d_rss_mib".formatted(tables), peak);
            texts(folder, progress);
        } finally {
            server.stop();
            folder.processes().kill();
        }
    }

    private List<String> command(Path home) {
        String wanted = heap.isEmpty() && tables >= 10_000 ? "512m" : heap;
        List<String> command = new ArrayList<>();
        if (!wanted.isEmpty()) {
            command.addAll(List.of("env", "SURVEYOR_JAVA_OPTIONS=-Xmx" + wanted));
        }
        command.addAll(List.of(home.resolve("surveyor").toString(), "serve"));
        command.addAll(SurveyClient.SERVER_OPTIONS);
        return command;
    }

    private void many(
            SourceServer source,
            String database,
            SurveyClient client,
            String connection,
            PrintStream progress)
            throws IOException, InterruptedException {
        String name = "t" + tables;
        try (SessionCount sessions = new SessionCount(source, database)) {
            progress.println("%d tables, from nothing".formatted(tables));
            take(name + "_s", survey(client, connection, "INCREMENTAL"));
            client.logInAgain();
            progress.println("The same, unchanged");
            take(name + "_unchanged_s", survey(client, connection, "INCREMENTAL"));
            progress.println("The same, every table looked at again");
            take(name + "_full_s", survey(client, connection, "FULL"));
            results.put("sessions_max", sessions.max());
        }
        client.logInAgain();
    }

    private void take(String name, double value) {
        String unit = name.endsWith("_mib") ? "MiB" : "s";
        rows.add(new Report.Row(name, unit, new Samples(List.of(value))));
        results.put(name, value);
    }

    /** From asking for it to hearing that it is over. */
    private double survey(SurveyClient client, String connection, String mode)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        JsonNode survey = client.awaitCompleted(client.begin(connection, mode), SURVEY_SECONDS_MAX);
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        int failed = survey.at("/tables/failed").asInt();
        if (failed > 0) {
            throw new IOException(failed + " tables could not be surveyed");
        }
        remarks.add(
                "%s survey of %s tables (%s rows read, %s texts embedded) took %.2f s."
                        .formatted(
                                mode.toLowerCase(java.util.Locale.ROOT),
                                survey.at("/tables/total"),
                                survey.path("rowsRead"),
                                survey.path("textsEmbedded"),
                                seconds));
        return seconds;
    }

    private static double memoryPeakMebibytes(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith(MEMORY_PEAK)) {
                String kibibytes = line.substring(MEMORY_PEAK.length()).replace("kB", "").strip();
                return Long.parseLong(kibibytes) / KIBIBYTES_PER_MEBIBYTE;
            }
        }
        throw new IOException("this system does not tell how much memory a process had");
    }

    /** What embedding alone costs of the same texts: no survey can be faster than that. */
    private void texts(ScratchFolder folder, PrintStream progress) throws IOException {
        progress.println("Embedding the same texts and nothing else");
        take(
                "t%d_embedding_s".formatted(tables),
                EmbeddingAlone.seconds(StoreLogin.OWNER, folder.data(), "many"));
    }
}
