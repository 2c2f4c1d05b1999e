package dev.surveyor.bench.connections;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.server.FolderProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

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
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        Path root = workplace.home().resolve("ops/bench/target/kill-connections");
        Path data = root.resolve("data");
        FolderProcesses processes = new FolderProcesses(data);
        if (!processes.alive().isEmpty()) {
            throw new IOException("processes of another run still work in " + data);
        }
        FileSystemUtils.deleteRecursively(root);
        Files.createDirectories(data);
        processes.killAtExit();
        List<String> halfDone = new ArrayList<>();
        List<Double> restarts = new ArrayList<>();
        try {
            KilledChange change = new KilledChange(workplace.home(), data, root);
            change.prepare();
            for (Act act : Act.schedule(workplace.times(), workplace.seed())) {
                KilledChange.Outcome outcome = change.undergo(act);
                restarts.add(outcome.restartSeconds());
                outcome.faults().forEach(fault -> halfDone.add(act + ": " + fault));
                workplace
                        .progress()
                        .println(
                                act
                                        + (outcome.faults().isEmpty()
                                                ? ": whole"
                                                : ": " + outcome.faults()));
            }
        } finally {
            processes.kill();
        }
        return report(workplace, halfDone, new Samples(restarts));
    }

    private static Report report(Workplace workplace, List<String> halfDone, Samples restarts) {
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("runs", workplace.times());
        results.put("half_done", halfDone.size());
        results.put("restart_s", restarts.median());
        List<String> remarks = new ArrayList<>(halfDone);
        remarks.add("Half done: %d of %d.".formatted(halfDone.size(), workplace.times()));
        return new Report(
                List.of(new Report.Row("restart after a kill", "s", restarts)), remarks, results);
    }
}
