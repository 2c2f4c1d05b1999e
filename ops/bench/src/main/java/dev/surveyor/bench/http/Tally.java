package dev.surveyor.bench.http;

import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.http.Judge.Fault;
import dev.surveyor.bench.http.Judge.Finding;
import dev.surveyor.bench.http.RawClient.Answered;
import dev.surveyor.bench.http.RawClient.Dropped;
import dev.surveyor.bench.http.RawClient.Outcome;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of all calls. */
final class Tally {

    private static final int TOLD_MAX = 300;
    private static final int TELL_EVERY = 500;

    private final PrintStream progress;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<String, List<Double>> millis = new TreeMap<>();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Set<String> neverGood = new TreeSet<>();
    private final Set<String> good = new TreeSet<>();
    private final List<String> told = new ArrayList<>();
    private int calls;

    Tally(PrintStream progress) {
        this.progress = progress;
        for (Fault fault : Fault.values()) {
            faults.put(fault, 0);
        }
    }

    void count(Operation operation, Actor actor, Outcome outcome, double took) {
        calls++;
        millis.computeIfAbsent("call as " + actor, _ -> new ArrayList<>()).add(took);
        neverGood.add(operation.toString());
        switch (outcome) {
            case Answered answer -> {
                statuses.merge(Integer.toString(answer.status()), 1, Integer::sum);
                if (answer.status() < 300) {
                    good.add(operation.toString());
                }
            }
            case Dropped _ -> statuses.merge("none", 1, Integer::sum);
        }
    }

    void blame(Finding finding, String what, String curl) {
        faults.merge(finding.fault(), 1, Integer::sum);
        if (told.size() < TOLD_MAX) {
            String line = name(finding.fault()) + ", " + what + "\n    " + curl;
            told.add(line);
            progress.println(line);
        }
    }

    void tell(int number, int of) {
        if (number % TELL_EVERY == 0) {
            progress.printf("  %d of %d calls%n", number, of);
        }
    }

    Report report() {
        List<Report.Row> rows = new ArrayList<>();
        millis.forEach((what, took) -> rows.add(new Report.Row(what, "ms", new Samples(took))));
        List<String> remarks = new ArrayList<>(told);
        remarks.add("Answers by status: " + statuses);
        neverGood.removeAll(good);
        remarks.add("Operations that never succeeded: " + neverGood);
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("calls", calls);
        faults.forEach((fault, count) -> results.put(name(fault), count));
        return new Report(rows, remarks, results);
    }

    private static String name(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT);
    }
}
