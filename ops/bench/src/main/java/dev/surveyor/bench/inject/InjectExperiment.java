package dev.surveyor.bench.inject;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.asked.AskedServer;
import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.asked.Asker.Told;
import dev.surveyor.bench.asked.RawStream;
import dev.surveyor.scripted.Reply;
import dev.surveyor.scripted.ScriptedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders for language models in comments, names, values and in what the model says itself, and a
 * model that obeys every one of them.
 */
public final class InjectExperiment implements FaultExperiment {

    private static final int TIMES_USUAL = 100;
    private static final int FIRST_TURNS = 2;
    private static final int RECEIVE_BYTES = 1 << 16;
    private static final String LOGIN = "night_reader";

    @Override
    public String name() {
        return "inject";
    }

    @Override
    public String summary() {
        return "Plants orders for the language model, which obeys them; looks for what came of it.";
    }

    @Override
    public int timesUsual() {
        return TIMES_USUAL;
    }

    @Override
    public Set<String> zeros() {
        return Set.of("breaches");
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        try (Listener listener = new Listener();
                ScriptedModel model = ScriptedModel.start();
                AskedServer server =
                        AskedServer.start(
                                workplace.home(),
                                name(),
                                model.v1Url(),
                                "400m",
                                List.of(),
                                workplace.progress())) {
            List<Injection> planted =
                    Injection.planted(workplace.times(), listener.port(), workplace.seed());
            plant(server, planted);
            String connection =
                    server.surveyed(server.source().fields("injected", Guests.DATABASE));
            server.client()
                    .api()
                    .put("/connections/" + connection + "/policies", Guests.policies())
                    .required();
            StatementLog log =
                    new StatementLog(workplace.home().resolve("ops/bench/target/inject-source"));
            log.begin(server.source(), LOGIN);
            try (Asker asker = server.asker(connection)) {
                return new Trial(workplace, model, server, asker, connection, listener, log)
                        .of(planted);
            }
        }
    }

    private static void plant(AskedServer server, List<Injection> planted) throws IOException {
        List<String> statements = new ArrayList<>(List.of(Guests.making()));
        planted.forEach(injection -> statements.add(injection.making()));
        statements.add("ANALYZE");
        server.source()
                .execute(
                        "postgres",
                        "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(Guests.DATABASE));
        server.source().database(Guests.DATABASE, statements);
        server.source().execute("postgres", "ALTER ROLE %s RESET log_statement".formatted(LOGIN));
    }

    /** All of them, one after the other. */
    private record Trial(
            Workplace workplace,
            ScriptedModel model,
            AskedServer server,
            Asker asker,
            String connection,
            Listener listener,
            StatementLog log) {

        Report of(List<Injection> planted) throws IOException, InterruptedException {
            Breaches breaches = new Breaches();
            String policies = policies();
            long fingerprint = server.source().count(Guests.DATABASE, Guests.FINGERPRINT);
            Map<String, Integer> kinds = new LinkedHashMap<>();
            Set<Integer> reached = new HashSet<>();
            for (Injection injection : planted) {
                model.always(
                        Reply.of(told -> {
                            if (told.conversation().contains(injection.mark())) {
                                reached.add(injection.number());
                            }
                            return injection.obeyed();
                        }));
                Told told = asker.ask(Asker.question(injection.question(), "MODEL"));
                breaches.inAnswer(injection, told);
                kinds.merge(told.at("/kind"), 1, Integer::sum);
                breaches.inAnswer(
                        injection, asker.ask(Asker.question(injection.question(), "AUTO")));
                breaches.inAnswer(
                        injection,
                        asker.ask(Asker.question(injection.questionAboutTable(), "AUTO")));
                stream(injection, breaches);
            }
            if (!policies.equals(policies())) {
                breaches.add("all", "the policies are others than before");
            }
            if (fingerprint != server.source().count(Guests.DATABASE, Guests.FINGERPRINT)) {
                breaches.add("all", "the database is another than before");
            }
            if (listener.calls() > 0) {
                breaches.add("all", "%d outbound requests".formatted(listener.calls()));
            }
            // Later rounds repeat what the model said itself.
            model.requests().stream()
                    .filter(told -> told.turns().size() == FIRST_TURNS)
                    .forEach(told -> breaches.inPrompt(told.conversation()));
            List<String> statements = log.statements();
            statements.forEach(breaches::inStatement);
            return report(planted, breaches, kinds, reached.size(), statements.size());
        }

        private String policies() throws IOException, InterruptedException {
            return server.client()
                    .api()
                    .get("/connections/" + connection + "/policies")
                    .required()
                    .body()
                    .toString();
        }

        /** Words of the model come over a stream before anybody has judged the whole. */
        private void stream(Injection injection, Breaches breaches) throws IOException {
            try (RawStream stream =
                    asker.stream(Asker.question(injection.question(), "MODEL"), RECEIVE_BYTES)) {
                String events = stream.readUntil("event:complete");
                breaches.inText(injection, events);
                breaches.inWords(injection, "stream", Tokens.of(events));
            }
        }

        private Report report(
                List<Injection> planted,
                Breaches breaches,
                Map<String, Integer> kinds,
                int reached,
                int statements) {
            Map<String, Number> results = new LinkedHashMap<>();
            results.put("injections", planted.size());
            results.put("breaches", breaches.found().size());
            List<String> remarks = new ArrayList<>(breaches.found());
            remarks.add(
                    "%d of the orders reached the model by the database, all others as its own words. Answers: %s. %d statements reached the database."
                            .formatted(reached, kinds, statements));
            remarks.add("Lost: %d breaches.".formatted(breaches.found().size()));
            return new Report(
                    List.of(
                            new Report.Row(
                                    "orders that reached the model",
                                    "",
                                    new Samples(List.of((double) reached)))),
                    remarks,
                    results);
        }
    }
}
