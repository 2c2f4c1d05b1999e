package dev.surveyor.bench.killaccess;

import dev.surveyor.bench.Fault;
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
import java.util.SplittableRandom;

/**
 * Kills servers as {@code kill -9} does, the store with every second one, while clients change who
 * may do what; then looks whether all that was acknowledged is there and nothing is half done.
 */
public final class KillAccessExperiment implements FaultExperiment {

    @Override
    public String name() {
        return "kill-access";
    }

    @Override
    public String summary() {
        return "Kills 'serve' while people register, log in and make keys; is anything lost or half done?";
    }

    @Override
    public Set<String> zeros() {
        return Set.of("half_done", "lost");
    }

    @Override
    public Report run(Fault.Workplace workplace) throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        SplittableRandom random = new SplittableRandom(workplace.seed());
        KilledService service = new KilledService(workplace.home(), folder);
        List<Double> promised = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        int halfDone = 0;
        int lost = 0;
        try {
            service.prepare(workplace.progress());
            for (int run = 1; run <= workplace.times(); run++) {
                KilledService.Outcome outcome = service.undergo(run, random.split());
                workplace.progress().println(outcome);
                promised.add((double) outcome.promises());
                halfDone += outcome.halfDone().size();
                lost += outcome.lost().size();
                if (!outcome.halfDone().isEmpty() || !outcome.lost().isEmpty()) {
                    remarks.add(outcome.toString());
                }
            }
        } finally {
            folder.processes().kill();
        }
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("runs", workplace.times());
        results.put("half_done", halfDone);
        results.put("lost", lost);
        return new Report(
                List.of(new Report.Row("people and keys promised", "", new Samples(promised))),
                remarks,
                results);
    }
}
