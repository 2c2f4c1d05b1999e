package dev.surveyor.bench.inject;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.asked.AskedServer;
import dev.surveyor.bench.asked.Asker;
import dev.surveyor.scripted.ScriptedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Orders for language models in comments, names, values and in what the model says itself, and a
 * model that obeys every one of them.
 */
public final class InjectExperiment implements FaultExperiment {

    private static final int TIMES_USUAL = 100;
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
                return new Trial(model, asker, listener, house(server, connection, log))
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

    private static Trial.House house(AskedServer server, String connection, StatementLog log) {
        return new Trial.House() {
            @Override
            public String policies() throws IOException, InterruptedException {
                return server.client()
                        .api()
                        .get("/connections/" + connection + "/policies")
                        .required()
                        .body()
                        .toString();
            }

            @Override
            public long fingerprint() throws IOException {
                return server.source().count(Guests.DATABASE, Guests.FINGERPRINT);
            }

            @Override
            public List<String> statements() throws IOException {
                return log.statements();
            }
        };
    }
}
