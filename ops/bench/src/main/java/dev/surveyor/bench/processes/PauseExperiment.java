package dev.surveyor.bench.processes;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.night.GeneratedTables;
import dev.surveyor.bench.night.House;
import dev.surveyor.bench.night.SurveyClient;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process is stopped (SIGSTOP) while it surveys, longer than its lease lasts, and woken when the
 * other has taken its survey over, or is done with it. What it then still writes is counted,
 * whatever it is.
 */
public final class PauseExperiment implements FaultExperiment {

    private static final String DATABASE = "paused";
    private static final String SLEEPER = "sleeper";
    private static final String SUCCESSOR = "successor";
    private static final int TABLES = 60;
    private static final int ROWS_MAX = 200;
    private static final int SURVEY_SECONDS_MAX = 150;
    private static final int TAKE_OVER_SECONDS_MAX = 60;
    private static final int TRIES_MAX = 3;
    private static final double SOONER = 0.9;
    private static final int AWAKE_MILLIS = 3000;
    private static final long POLL_MILLIS = 20;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public String summary() {
        return "Stops a process past its lease while it surveys; what does it write when it wakes?";
    }

    @Override
    public int timesUsual() {
        return 10;
    }

    @Override
    public Set<String> zeros() {
        return Set.of("late_writes");
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        try (House house = House.open(workplace.home(), name(), workplace.progress())) {
            house.source()
                    .database(
                            DATABASE,
                            new GeneratedTables(DATABASE, TABLES, ROWS_MAX, 6).statements());
            ServerProcess sleeper = house.start(SLEEPER, "surveyor.survey.lease=2s");
            ServerProcess successor = house.start(SUCCESSOR, "surveyor.survey.lease=2s");
            try (SurveyClient begins = SurveyClient.of(sleeper.uri());
                    SurveyClient watches = SurveyClient.of(successor.uri())) {
                return pauseAll(workplace, house, sleeper, begins, watches);
            }
        }
    }

    private static Report pauseAll(
            Workplace workplace,
            House house,
            ServerProcess sleeper,
            SurveyClient begins,
            SurveyClient watches)
            throws IOException, InterruptedException {
        Random random = new Random(workplace.seed());
        WriteLog log = new WriteLog(house);
        begins.awaitCompleted(
                begins.begin(begins.connect(house.source().fields("first", DATABASE)), "FULL"),
                SURVEY_SECONDS_MAX);
        String connection = begins.connect(house.source().fields("measured", DATABASE));
        long begin = System.nanoTime();
        begins.awaitCompleted(begins.begin(connection, "FULL"), SURVEY_SECONDS_MAX);
        double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        List<String> late = new ArrayList<>();
        List<Double> takeOvers = new ArrayList<>();
        long latePoints = 0;
        int slept = 0;
        int tried = 0;
        for (int i = 1; slept < workplace.times() && i <= TRIES_MAX * workplace.times(); i++) {
            tried = i;
            boolean done = random.nextBoolean();
            long moment = Math.round(random.nextDouble() * millis);
            connection = begins.connect(house.source().fields("paused " + i, DATABASE));
            log.forget();
            String survey = begins.begin(connection, "FULL");
            Thread.sleep(moment);
            signal("STOP", sleeper);
            long stopped = System.nanoTime();
            long changes;
            try {
                if (!takenOver(log, watches, survey)) {
                    millis *= SOONER;
                    continue;
                }
                takeOvers.add((System.nanoTime() - stopped) / NANOS_PER_MILLI / 1000);
                slept++;
                if (done) {
                    watches.awaitCompleted(survey, SURVEY_SECONDS_MAX);
                }
                changes = house.index().changes();
            } finally {
                signal("CONT", sleeper);
            }
            Thread.sleep(AWAKE_MILLIS);
            watches.awaitCompleted(survey, SURVEY_SECONDS_MAX);
            long points = done ? house.index().changes() - changes : 0;
            List<String> writes = log.lateWrites(SLEEPER, SUCCESSOR);
            workplace
                    .progress()
                    .printf(
                            "pause %d at %d ms, woken %s: late %s, %d points%n",
                            i, moment, done ? "when all was done" : "at once", writes, points);
            late.addAll(writes);
            latePoints += points;
        }
        return report(tried, slept, late, latePoints, takeOvers);
    }

    /** False where the survey was over before it could be paused. */
    private static boolean takenOver(WriteLog log, SurveyClient watches, String survey)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TAKE_OVER_SECONDS_MAX);
        while (!log.tookOver(SUCCESSOR)) {
            if (watches.survey(survey).path("state").asString("").equals("COMPLETED")) {
                return false;
            }
            if (System.nanoTime() > end) {
                throw new IOException("nobody took the survey over");
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    private static void signal(String name, ServerProcess process)
            throws IOException, InterruptedException {
        int code =
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IOException("the process could not be sent " + name);
        }
    }

    private static Report report(
            int times, int slept, List<String> late, long latePoints, List<Double> takeOvers) {
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("pauses", slept);
        results.put("late_writes", late.size() + latePoints);
        return new Report(
                List.of(
                        new Report.Row(
                                "from the pause to the take-over", "s", new Samples(takeOvers))),
                List.of(
                        "%d of %d surveys were under way when they were paused. Lost: %d rows (%s), %d points."
                                .formatted(
                                        slept,
                                        times,
                                        late.size(),
                                        late.isEmpty() ? "none" : Set.copyOf(late),
                                        latePoints)),
                results);
    }
}
