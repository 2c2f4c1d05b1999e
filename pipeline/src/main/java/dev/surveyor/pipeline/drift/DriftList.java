package dev.surveyor.pipeline.drift;

import dev.surveyor.catalog.Drift;
import dev.surveyor.catalog.Drift.Change;
import dev.surveyor.catalog.Drift.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts all changes and keeps the first of each kind. */
public final class DriftList {

    private static final int OF_A_KIND_MAX = 100;

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::kind)
                    .thenComparing(Change::table)
                    .thenComparing(change -> change.column() == null ? "" : change.column())
                    .thenComparing(Change::sentence);

    private final List<Change> changes = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /** Changes have to come in an order that is always the same: the first ones are kept. */
    public void add(Change change) {
        if (counts.merge(change.kind(), 1, Integer::sum) <= OF_A_KIND_MAX) {
            changes.add(change);
        }
    }

    public Drift drift() {
        return new Drift(changes.stream().sorted(ORDER).toList(), counts);
    }
}
