package dev.surveyor.bench.killstart;

import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** All kills in one report. */
final class KillStartReport {

    private KillStartReport() {}

    static Report of(List<Aftermath> aftermaths) {
        List<Report.Row> rows = new ArrayList<>();
        addRow(rows, aftermaths, "restart, brand-new folder", Kill::newFolder);
        addRow(rows, aftermaths, "restart, folder with data", kill -> !kill.newFolder());
        for (Reach reach : Reach.values()) {
            addRow(rows, aftermaths, "restart, killed " + reach, kill -> kill.reach() == reach);
        }
        return new Report(rows, remarks(aftermaths), results(aftermaths));
    }

    private static void addRow(
            List<Report.Row> rows,
            List<Aftermath> aftermaths,
            String what,
            Predicate<Kill> counted) {
        List<Double> seconds =
                restartSeconds(
                        aftermaths.stream()
                                .filter(aftermath -> counted.test(aftermath.kill()))
                                .toList());
        if (!seconds.isEmpty()) {
            rows.add(new Report.Row(what, "s", new Samples(seconds)));
        }
    }

    private static List<String> remarks(List<Aftermath> aftermaths) {
        List<String> remarks = new ArrayList<>();
        for (Aftermath aftermath : aftermaths) {
            if (aftermath.failure() != null
                    || aftermath.loss() != null
                    || aftermath.leftOver() > 0) {
                remarks.add(aftermath.toString());
            }
        }
        long losses = aftermaths.stream().filter(a -> a.loss() != null).count();
        remarks.add(
                losses == 0
                        ? "Lost: nothing, in %d kills.".formatted(aftermaths.size())
                        : "Lost: something, in %d of %d kills."
                                .formatted(losses, aftermaths.size()));
        return remarks;
    }

    private static Map<String, Number> results(List<Aftermath> aftermaths) {
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("runs", aftermaths.size());
        results.put("failed_starts", aftermaths.stream().filter(a -> a.failure() != null).count());
        results.put("lost", aftermaths.stream().filter(a -> a.loss() != null).count());
        results.put("left_over", aftermaths.stream().mapToInt(Aftermath::leftOver).sum());
        List<Double> seconds = restartSeconds(aftermaths);
        if (!seconds.isEmpty()) {
            results.put("restart_s", new Samples(seconds).median());
        }
        return results;
    }

    private static List<Double> restartSeconds(List<Aftermath> aftermaths) {
        return aftermaths.stream().map(Aftermath::restartSeconds).filter(Objects::nonNull).toList();
    }
}
