package dev.surveyor.bench.ask;

import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.bench.Benchmark;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.asked.AskedServer;
import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.night.SurveyClient;
import dev.surveyor.demo.DemoShop;
import dev.surveyor.demo.LoadedShop;
import dev.surveyor.scripted.Reply;
import dev.surveyor.scripted.ScriptedModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * Questions about the demo shop over HTTP, with a model that answers at once: what is left without
 * the database's time is ours. Then many conversations with a model that takes its time, while many
 * streams are open on which nothing happens.
 */
public final class AskBenchmark implements Benchmark {

    private static final int WARM_UP = 200;
    private static final int SESSIONS = 12;
    private static final Duration LATENCY = Duration.ofSeconds(2);
    private static final String HEAP = "400m";

    @SuppressWarnings("UnusedVariable") // picocli sets it
    @Option(
            names = "--questions",
            paramLabel = "N",
            description = "Questions of a round, one after the other (default: 200).")
    private int questions = 200;

    @Option(
            names = "--conversations",
            paramLabel = "N",
            description = "Conversations at a time (default: 100).")
    private int conversations = 100;

    @Option(
            names = "--streams",
            paramLabel = "N",
            description = "Idle streams beside them (default: 1000).")
    private int streams = 1000;

    @Override
    public String name() {
        return "ask";
    }

    @Override
    public String summary() {
        return "Overhead of questions beyond model and database; many at a time; memory.";
    }

    @Override
    public int timesUsual() {
        return 3;
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        ShopQuestions shop = ShopQuestions.read();
        try (ScriptedModel model = ScriptedModel.start();
                AskedServer server =
                        AskedServer.start(
                                workplace.home(),
                                name(),
                                model.v1Url(),
                                HEAP,
                                List.of(
                                        "surveyor.http.connections-max=5000",
                                        "surveyor.llm.concurrency=900",
                                        "surveyor.llm.timeout=10m",
                                        "surveyor.llm.first-token-timeout=10m",
                                        "surveyor.query.run-timeout=10m",
                                        "surveyor.query.runs-max=1000"),
                                workplace.progress());
                Asker asker = server.asker(connection(server, workplace))) {
            model.always(Reply.of(shop::answer));
            return measured(workplace, shop, model, server, asker);
        }
    }

    private static String connection(AskedServer server, Workplace workplace)
            throws IOException, InterruptedException {
        LoadedShop shop =
                DemoShop.load(server.source().administrator(), workplace.progress()::println);
        workplace.progress().println("Surveying the shop");
        return server.surveyed(
                SurveyClient.with(
                        server.source()
                                .fields("shop", shop.database(), shop.login(), shop.password()),
                        "questionSessions",
                        SESSIONS));
    }

    private Report measured(
            Workplace workplace,
            ShopQuestions shop,
            ScriptedModel model,
            AskedServer server,
            Asker asker)
            throws IOException, InterruptedException {
        OneByOne alone = new OneByOne(asker, shop.all());
        workplace.progress().println("One question after the other");
        alone.take(WARM_UP);
        List<Double> overheads = new ArrayList<>();
        for (int round = 0; round < workplace.rounds(); round++) {
            overheads.addAll(alone.take(questions));
        }
        workplace
                .progress()
                .println(
                        "%d conversations beside %d idle streams"
                                .formatted(conversations, streams));
        List<Double> loaded = new ArrayList<>();
        Map<String, Number> results = new LinkedHashMap<>();
        int errors;
        double heap;
        try (IdleStreams idle = IdleStreams.open(model, asker, streams)) {
            workplace.progress().println("All of them are open");
            model.when(
                    request -> !IdleStreams.isOurs(request), Reply.of(shop::answer).after(LATENCY));
            Conversations load =
                    new Conversations(asker, alone.ofLittleWork(), conversations, LATENCY);
            load.take(1);
            Conversations.Took took = load.take(workplace.rounds());
            loaded.addAll(took.overheads());
            heap = load.during(() -> LiveHeap.mebibytes(server.pid()));
            errors = took.errors() + load.errorsDuring() + idle.broken();
        }
        Samples one = new Samples(overheads);
        Samples many = new Samples(loaded);
        results.put("overhead_p50_ms", one.median());
        results.put("overhead_p95_ms", one.percentile(95));
        results.put("errors", errors);
        results.put("load_p95_ms", many.percentile(95));
        results.put("load_heap_mib", heap);
        return new Report(
                List.of(
                        new Report.Row("overhead of a question", "ms", one),
                        new Report.Row(
                                "the same, %d at a time".formatted(conversations), "ms", many),
                        new Report.Row("live heap meanwhile", "MiB", new Samples(List.of(heap)))),
                List.of(
                        "%d statements failed or brought no answer; the server may use %s of heap."
                                .formatted(alone.unanswered(), HEAP),
                        "Many at a time ask what costs the database next to nothing: it shares the processors."),
                results);
    }
}
