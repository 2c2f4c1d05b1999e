package dev.surveyor.bench.restart;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.night.SourceServer;
import dev.surveyor.bench.server.ScratchFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A server with a survey running and people at work is told to stop, started, killed as {@code kill
 * -9} does, and started again: does everybody who was let in hear something, does it end in time,
 * is it back soon, is all that was acknowledged still there?
 */
public final class RestartExperiment implements FaultExperiment {

    private static final int TIMES_USUAL = 3;
    private static final int MILLIS_MIN = 700;
    private static final int MILLIS_MORE_MAX = 2_500;
    private static final int SURVEY_SECONDS_MAX = 240;

    private final List<Double> termSeconds = new ArrayList<>();
    private final List<Double> readySeconds = new ArrayList<>();
    private final List<Double> answered = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int termLost;
    private int lost;
    private int lookedFor;

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public String summary() {
        return "Stops, kills and starts 'serve' under load; who heard nothing, how soon is it back?";
    }

    @Override
    public int timesUsual() {
        return TIMES_USUAL;
    }

    @Override
    public Set<String> zeros() {
        return Set.of("term_lost", "lost");
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        SourceServer source =
                SourceServer.start(
                        workplace.home().resolve("ops/bench/target/restart-source"),
                        workplace.progress());
        try (RestartedHouse house = new RestartedHouse(workplace.home(), folder, source)) {
            house.start();
            String shop = house.surveyedShop(workplace.progress());
            String key = house.key();
            Random random = new Random(workplace.seed());
            Promises promises = new Promises();
            for (int i = 0; i < workplace.times(); i++) {
                round(house, shop, key, promises, random);
                workplace
                        .progress()
                        .println(
                                "stopped in %.1f s, ready in %.1f s, %.0f answers, lost %d and %d"
                                        .formatted(
                                                termSeconds.getLast(),
                                                readySeconds.getLast(),
                                                answered.getLast(),
                                                termLost,
                                                lost));
            }
        }
        return report();
    }

    private void round(
            RestartedHouse house, String shop, String key, Promises promises, Random random)
            throws IOException, InterruptedException {
        long edition = house.edition(shop);
        String survey = house.client().begin(shop, "FULL");
        try (Load load = Load.begin(house.process().uri(), key, shop, promises, random)) {
            Thread.sleep(MILLIS_MIN + random.nextInt(MILLIS_MORE_MAX));
            termSeconds.add(house.terminate());
            List<String> unheard = load.lost();
            termLost += unheard.size();
            remarks.addAll(Load.told(unheard));
            answered.add((double) load.answered());
        }
        house.start();
        look(house, shop, promises);
        try (Load load = Load.begin(house.process().uri(), key, shop, promises, random)) {
            Thread.sleep(MILLIS_MIN + random.nextInt(MILLIS_MORE_MAX));
            house.kill(random.nextBoolean());
            load.lost();
        }
        readySeconds.add(house.start());
        look(house, shop, promises);
        house.client().awaitCompleted(survey, SURVEY_SECONDS_MAX);
        if (house.edition(shop) < edition) {
            lost++;
            remarks.add("Lost: edition " + edition);
        }
    }

    private void look(RestartedHouse house, String shop, Promises promises)
            throws IOException, InterruptedException {
        List<String> missing = promises.missing(house.client().api(), shop);
        lookedFor = promises.count();
        lost += missing.size();
        remarks.addAll(Load.told(missing));
    }

    private Report report() {
        Samples term = new Samples(termSeconds);
        Samples ready = new Samples(readySeconds);
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("term_lost", termLost);
        results.put("ready_s", ready.max());
        results.put("term_s", term.max());
        results.put("lost", lost);
        List<String> told = new ArrayList<>(remarks);
        told.add(
                "ready_s and term_s are the worst of %d; %d things were acknowledged; the newest of them were looked for."
                        .formatted(termSeconds.size(), lookedFor));
        return new Report(
                List.of(
                        new Report.Row("from SIGTERM to the end of the process", "s", term),
                        new Report.Row("from kill -9 and start to ready", "s", ready),
                        new Report.Row(
                                "requests answered before and while it stopped",
                                "",
                                new Samples(answered))),
                told,
                results);
    }
}
