package dev.surveyor.bench.connections;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.server.ScratchFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Kills a server, as {@code kill -9} does, while connections are created, shared, deleted, or the
 * sealing keys rotated; starts it again and looks whether anything is half done.
 */
public final class KillConnectionsExperiment implements FaultExperiment {

    @Override
    public String name() {
        return "kill-connections";
    }

    @Override
    public String summary() {
        return "Kills 'serve' while a connection is created, shared, deleted, or keys are rotated.";
    }

    @Override
    public Set<String> zeros() {
        return Set.of("half_done");
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        List<String> halfDone = new ArrayList<>();
        List<Double> restarts = new ArrayList<>();
        int acknowledged = 0;
        try {
            KilledChange change = new KilledChange(workplace.home(), folder);
            change.prepare();
            for (Act act : Act.schedule(workplace.times(), workplace.seed())) {
                KilledChange.Outcome outcome = change.undergo(act);
                restarts.add(outcome.restartSeconds());
                acknowledged += outcome.acknowledged() ? 1 : 0;
                outcome.faults().forEach(fault -> halfDone.add(act + ": " + fault));
                workplace
                        .progress()
                        .printf(
                                "%s: %s%s%n",
                                act,
                                outcome.acknowledged() ? "acknowledged, " : "",
                                outcome.faults().isEmpty() ? "whole" : outcome.faults());
            }
        } finally {
            folder.processes().kill();
        }
        return report(workplace, halfDone, acknowledged, new Samples(restarts));
    }

    private static Report report(
            Workplace workplace, List<String> halfDone, int acknowledged, Samples restarts) {
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("runs", workplace.times());
        results.put("half_done", halfDone.size());
        results.put("restart_s", restarts.median());
        List<String> remarks = new ArrayList<>(halfDone);
        remarks.add(
                "Half done: %d of %d; %d changes were acknowledged before the kill."
                        .formatted(halfDone.size(), workplace.times(), acknowledged));
        return new Report(
                List.of(new Report.Row("restart after a kill", "s", restarts)), remarks, results);
    }
}
