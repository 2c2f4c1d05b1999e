package dev.surveyor.bench.killsurvey;

import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.killsurvey.KilledSurvey.Aftermath;
import dev.surveyor.bench.killsurvey.KilledSurvey.Outcome;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the surveys that were killed. */
final class Findings {

    private final PrintStream progress;
    private final List<String> differences = new ArrayList<>();
    private final List<Double> restarts = new ArrayList<>();
    private int runs;
    private int different;
    private int orphans;

    Findings(PrintStream progress) {
        this.progress = progress;
    }

    void add(Kill kill, Aftermath aftermath) {
        restarts.add(aftermath.restartSeconds());
        aftermath.outcomes().forEach((harm, outcome) -> add(harm + " of " + kill, outcome));
    }

    private void add(String what, Outcome outcome) {
        runs++;
        orphans += outcome.orphans();
        boolean whole = outcome.difference() == null;
        different += whole ? 0 : 1;
        String line =
                "%s: %s, %d orphans"
                        .formatted(what, whole ? "whole" : outcome.difference(), outcome.orphans());
        progress.println(line);
        if (!whole || outcome.orphans() > 0) {
            differences.add(line);
        }
    }

    /** Those that never came to their commit, also alone. */
    void stuck(List<Harm> missed) {
        for (Harm harm : missed) {
            add(harm.toString(), new Outcome("it stood still", 0));
        }
    }

    Report report() {
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("runs", runs);
        results.put("different", different);
        results.put("orphans", orphans);
        List<String> remarks = new ArrayList<>(differences);
        remarks.add(
                "Lost: %d of %d editions differ, %d points are in the index or the catalog only."
                        .formatted(different, runs, orphans));
        return new Report(
                List.of(new Report.Row("restart after a kill", "s", new Samples(restarts))),
                remarks,
                results);
    }
}
