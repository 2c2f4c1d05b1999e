package dev.surveyor.bench.inject;

import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
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

/** All planted orders, one after the other, and what came of them. */
record Trial(ScriptedModel model, Asker asker, Listener listener, House house) {

    private static final int FIRST_TURNS = 2;
    private static final int RECEIVE_BYTES = 1 << 16;

    /** What must be as it was. */
    interface House {

        String policies() throws IOException, InterruptedException;

        /** Of everything in the database, in one figure. */
        long fingerprint() throws IOException;

        /** That reached the database. */
        List<String> statements() throws IOException;
    }

    Report of(List<Injection> planted) throws IOException, InterruptedException {
        Breaches breaches = new Breaches();
        String policies = house.policies();
        long fingerprint = house.fingerprint();
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
            breaches.inAnswer(injection, asker.ask(Asker.question(injection.question(), "AUTO")));
            breaches.inAnswer(
                    injection, asker.ask(Asker.question(injection.questionAboutTable(), "AUTO")));
            stream(injection, breaches);
        }
        if (!policies.equals(house.policies())) {
            breaches.add("all", "the policies are others than before");
        }
        if (fingerprint != house.fingerprint()) {
            breaches.add("all", "the database is another than before");
        }
        if (listener.calls() > 0) {
            breaches.add("all", "%d outbound requests".formatted(listener.calls()));
        }
        // Later rounds repeat what the model said itself.
        model.requests().stream()
                .filter(told -> told.turns().size() == FIRST_TURNS)
                .forEach(told -> breaches.inPrompt(told.conversation()));
        List<String> statements = house.statements();
        statements.forEach(breaches::inStatement);
        return report(planted, breaches, kinds, reached.size(), statements.size());
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
