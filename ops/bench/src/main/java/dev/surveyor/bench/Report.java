package dev.surveyor.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a benchmark found.
 *
 * @param rows measured things, in the order to show them
 * @param results the figures that scripts read, by name
 */
public record Report(List<Row> rows, Map<String, Double> results) {

    /** One measured thing. */
    public record Row(String what, String unit, Samples samples) {}

    public Report {
        rows = List.copyOf(rows);
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    String table() {
        int width = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        String format = "%-" + Math.max(width, 4) + "s  %10s  %10s  %10s  %s%n";
        List<String> lines = new ArrayList<>();
        lines.add(format.formatted("what", "median", "min", "max", "unit"));
        for (Row row : rows) {
            Samples samples = row.samples();
            lines.add(
                    format.formatted(
                            row.what(),
                            figure(samples.median()),
                            figure(samples.min()),
                            figure(samples.max()),
                            row.unit()));
        }
        return String.join("", lines);
    }

    String resultLine() {
        return results.entrySet().stream()
                .map(result -> result.getKey() + "=" + figure(result.getValue()))
                .collect(Collectors.joining(" ", "RESULT ", ""));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
