package dev.surveyor.bench.model;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.asked.Asker.Told;
import dev.surveyor.scripted.Reply;
import dev.surveyor.scripted.ScriptedModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks through one trouble after the other, of the model alone and of whoever can. */
final class Troubles {

    private static final int OK = 200;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final int FLAPS = 10;
    private static final int FLAP_MILLIS_MAX = 700;
    private static final List<String> ENGINES = List.of("MODEL", "AUTO");
    private static final List<String> QUESTIONS =
            List.of(
                    "How many orders were ever delivered on a rainy day?",
                    "Which stores opened longest ago?");

    private final ScriptedModel model;
    private final Door door;
    private final Asker asker;
    private final Workplace workplace;
    private final Random random;
    private final Map<String, List<Double>> over = new LinkedHashMap<>();
    private final List<String> unclear = new ArrayList<>();

    Troubles(ScriptedModel model, Door door, Asker asker, Workplace workplace) {
        this.model = model;
        this.door = door;
        this.asker = asker;
        this.workplace = workplace;
        this.random = new Random(workplace.seed());
    }

    Report all() throws IOException, InterruptedException {
        model.always(Reply.text("CANNOT: I am warming up."));
        askAll("warm-up", Duration.ofMinutes(1));
        over.clear();
        for (int i = 0; i < workplace.times(); i++) {
            for (Trouble trouble : Trouble.all()) {
                model.always(trouble.script());
                askAll(trouble.name(), trouble.limit());
            }
            door.shut();
            askAll("down", Duration.ZERO);
            door.open();
            flap();
        }
        return report();
    }

    private void askAll(String trouble, Duration limit) throws IOException, InterruptedException {
        for (String engine : ENGINES) {
            for (String question : QUESTIONS) {
                judge(trouble, engine, limit, asker.ask(Asker.question(question, engine)));
            }
        }
    }

    private void judge(String trouble, String engine, Duration limit, Told told) {
        double late = (told.millis() - limit.toMillis()) / MILLIS_PER_SECOND;
        over.computeIfAbsent(trouble, none -> new ArrayList<>()).add(late);
        String kind = told.at("/kind");
        workplace
                .progress()
                .printf(
                        "%s, %s: %s by '%s' %.2f s after the limit%n",
                        trouble, engine, kind, told.at("/evidence/engine"), late);
        if (told.status() != OK
                || told.at("/response").isBlank()
                || (kind.equals("FAILURE") && told.at("/response").length() < 20)) {
            unclear.add("%s, %s: %s".formatted(trouble, engine, told.text()));
        }
    }

    /** It comes and goes while somebody asks. */
    private void flap() throws IOException, InterruptedException {
        model.always(Reply.text("CANNOT: nobody knows.").slowly(Duration.ofMillis(50)));
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> asking =
                    threads.submit(() -> {
                        for (int i = 0; i < FLAPS / ENGINES.size(); i++) {
                            askAll("flapping", Duration.ZERO);
                        }
                        return null;
                    });
            while (!asking.isDone()) {
                door.shut();
                Thread.sleep(random.nextInt(FLAP_MILLIS_MAX));
                door.open();
                Thread.sleep(random.nextInt(FLAP_MILLIS_MAX));
            }
            asking.get();
        } catch (ExecutionException e) {
            throw new IOException("the asker broke off: " + e.getCause(), e);
        }
    }

    private Report report() {
        List<Report.Row> rows = new ArrayList<>();
        over.forEach((trouble, late) -> rows.add(new Report.Row(trouble, "s", new Samples(late))));
        Map<String, Number> results = new LinkedHashMap<>();
        results.put(
                "fallback_s",
                over.values().stream()
                        .mapToDouble(late -> new Samples(late).max())
                        .max()
                        .orElse(0));
        results.put("unclear", unclear.size());
        List<String> remarks = new ArrayList<>(unclear);
        remarks.add("Lost: %d questions without a clear answer.".formatted(unclear.size()));
        return new Report(rows, remarks, results);
    }
}
