package dev.surveyor.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an experiment found.
 *
 * @param rows measured things, in the order to show them
 * @param remarks sentences that no figure tells
 * @param results the figures that scripts read, by name; what could not be measured is left out
 */
public record Report(List<Row> rows, List<String> remarks, Map<String, Number> results) {

    /** One measured thing. */
    public record Row(String what, String unit, Samples samples) {}

    public Report {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    String table() {
        int width = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        String format = "%-" + Math.max(width, 4) + "s  %5s  %10s  %10s  %10s  %s\n";
        StringBuilder table = new StringBuilder();
        table.append(format.formatted("what", "times", "median", "min", "max", "unit"));
        for (Row row : rows) {
            Samples samples = row.samples();
            table.append(
                    format.formatted(
                            row.what(),
                            samples.values().size(),
                            figure(samples.median()),
                            figure(samples.min()),
                            figure(samples.max()),
                            row.unit()));
        }
        return table.toString();
    }

    /** All results in one line, counts as they are, measures with three places. */
    String figures() {
        return results.entrySet().stream()
                .map(result -> result.getKey() + "=" + figure(result.getValue()))
                .collect(Collectors.joining(" "));
    }

    boolean allZero(Set<String> names) {
        return names.stream()
                .map(results::get)
                .allMatch(value -> value != null && value.doubleValue() == 0);
    }

    private static String figure(Number value) {
        return value instanceof Double || value instanceof Float
                ? String.format(Locale.ROOT, "%.3f", value.doubleValue())
                : value.toString();
    }
}
