package dev.surveyor.bench.killsurvey;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.killsurvey.KilledSurvey.Outcome;
import dev.surveyor.bench.killsurvey.KilledSurvey.Undisturbed;
import dev.surveyor.bench.night.ChangingDatabase;
import dev.surveyor.bench.night.SourceServer;
import dev.surveyor.bench.server.ScratchFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Kills the process of a survey, of a database that is new to it and of one that changed, at
 * moments and at commits; the next process goes on by itself, and what it publishes must be what an
 * undisturbed survey publishes.
 */
public final class KillSurveyExperiment implements FaultExperiment {

    /** Few, as there are hundreds of runs; with those that change more than one bundle. */
    private static final int TABLES = 12;

    @Override
    public String name() {
        return "kill-survey";
    }

    @Override
    public String summary() {
        return "Kills surveys at moments and at commits; compares what becomes of them.";
    }

    @Override
    public int timesUsual() {
        return Harm.WHOLE;
    }

    @Override
    public Set<String> zeros() {
        return Set.of("different", "orphans");
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        try (SourceServer source =
                        SourceServer.start(
                                workplace.home().resolve("ops/bench/target/kill-survey-source"),
                                workplace.progress());
                KilledSurvey survey = new KilledSurvey(workplace.home(), folder)) {
            return killAll(workplace, new ChangingDatabase(source, "killed", TABLES), survey);
        } finally {
            folder.processes().kill();
        }
    }

    private static Report killAll(
            Workplace workplace, ChangingDatabase database, KilledSurvey survey)
            throws IOException, InterruptedException {
        survey.start("undisturbed");
        UUID known = survey.connect(database.fields("undisturbed"));
        Undisturbed first = survey.undisturbed(known);
        String firstSha256 = survey.served(known).sha256();
        database.turn();
        Undisturbed again = survey.undisturbed(known);
        String secondSha256 = survey.served(known).sha256();
        workplace
                .progress()
                .printf(
                        "Undisturbed: %.0f ms and %d commits, then %.0f ms and %d commits%n",
                        first.millis(), first.commits(), again.millis(), again.commits());

        List<Harm> harms =
                Harm.schedule(
                        workplace.times(), first.commits(), again.commits(), workplace.seed());
        List<String> differences = new ArrayList<>();
        List<Double> restarts = new ArrayList<>();
        int orphans = 0;
        for (Harm harm : harms) {
            UUID connection = known;
            if (harm.again()) {
                database.turn();
            } else {
                connection = survey.connect(database.fields("run " + harm.run()));
            }
            Outcome outcome =
                    survey.undergo(
                            harm,
                            connection,
                            database.second() ? secondSha256 : firstSha256,
                            harm.again() ? again.millis() : first.millis());
            restarts.add(outcome.restartSeconds());
            orphans += outcome.orphans();
            String told = outcome.difference() == null ? "whole" : outcome.difference();
            workplace.progress().printf("%s: %s, %d orphans%n", harm, told, outcome.orphans());
            if (outcome.difference() != null || outcome.orphans() > 0) {
                differences.add("%s: %s, %d orphans".formatted(harm, told, outcome.orphans()));
            }
        }
        return report(harms.size(), differences, orphans, new Samples(restarts));
    }

    private static Report report(
            int runs, List<String> differences, int orphans, Samples restarts) {
        long different = differences.stream().filter(each -> !each.contains(": whole")).count();
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("runs", runs);
        results.put("different", different);
        results.put("orphans", orphans);
        List<String> remarks = new ArrayList<>(differences);
        remarks.add(
                "Lost: %d of %d editions differ, %d points are in the index or the catalog only."
                        .formatted(different, runs, orphans));
        return new Report(
                List.of(new Report.Row("restart after a kill", "s", restarts)), remarks, results);
    }
}
