package dev.surveyor.bench.sources;

import dev.surveyor.bench.Report;
import dev.surveyor.bench.Report.Row;
import dev.surveyor.bench.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the parts found, put together as one report. */
final class Findings {

    private final List<Row> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Number> results = new LinkedHashMap<>();

    /** Seconds of each round. */
    Samples measured(String what, List<Double> seconds) {
        Samples samples = new Samples(seconds);
        rows.add(new Row(what, "s", samples));
        return samples;
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    void result(String name, Number value) {
        results.put(name, value);
    }

    Report report() {
        return new Report(rows, remarks, results);
    }
}
