package dev.surveyor.pipeline.drift;

import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Drift.Change;
import dev.surveyor.catalog.Drift.Kind;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.pipeline.document.Plain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Categorical values that are new or gone, where both editions know them all. */
final class ValueDrift {

    private static final int VALUES_MAX = 20;
    private static final int VALUE_CHARS_MAX = 100;

    private ValueDrift() {}

    static void find(Insight before, Insight after, Consumer<Change> changes) {
        Map<String, List<String>> earlier = known(before);
        Map<String, List<String>> later = known(after);
        for (ColumnInsight column : after.columns()) {
            List<String> was = earlier.get(column.name());
            List<String> is = later.get(column.name());
            if (was != null && is != null) {
                report(after, column, Kind.VALUES_ADDED, "new", missing(is, was), changes);
                report(after, column, Kind.VALUES_VANISHED, "gone", missing(was, is), changes);
            }
        }
    }

    /** Of columns that neither edition holds to be personal a value may be told. */
    private static Map<String, List<String>> known(Insight insight) {
        Map<String, ColumnProfile> profiles = new HashMap<>();
        insight.profile().columns().forEach(each -> profiles.put(each.column(), each));
        Map<String, List<String>> known = new HashMap<>();
        for (ColumnInsight column : insight.columns()) {
            ColumnProfile profile = profiles.get(column.name());
            if (profile != null
                    && !column.personal()
                    && column.strategy().strategy() == Strategy.CATEGORICAL
                    && profile.completeness() == Completeness.ALL_VALUES) {
                known.put(
                        column.name(), profile.values().stream().map(ProfiledValue::text).toList());
            }
        }
        return known;
    }

    private static List<String> missing(List<String> values, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return values.stream().filter(value -> !known.contains(value)).sorted().toList();
    }

    private static void report(
            Insight table,
            ColumnInsight column,
            Kind kind,
            String what,
            List<String> values,
            Consumer<Change> changes) {
        if (values.isEmpty()) {
            return;
        }
        changes.accept(
                new Change(
                        kind,
                        table.name(),
                        column.name(),
                        "%d %s of %s in %s %s %s."
                                .formatted(
                                        values.size(),
                                        values.size() == 1 ? "value" : "values",
                                        Plain.quoted(column.name(), VALUE_CHARS_MAX),
                                        TableDrift.name(table.name()),
                                        values.size() == 1 ? "is" : "are",
                                        what),
                        values.stream()
                                .limit(VALUES_MAX)
                                .map(value -> Plain.line(value, VALUE_CHARS_MAX))
                                .toList(),
                        Math.max(0, values.size() - VALUES_MAX)));
    }
}
