package dev.surveyor.query.observe;

import dev.surveyor.query.observe.Grid.Label;
import dev.surveyor.query.observe.Grid.Times;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What a row is about, in words. */
final class Subjects {

    private static final int PARTS_MAX = 2;

    private Subjects() {}

    /** Its names, else its period, else its key; empty where it has none of these. */
    static String of(Grid grid, int row) {
        List<String> parts = new ArrayList<>();
        for (Label label : grid.labels()) {
            addTo(parts, label.texts().get(row));
        }
        if (parts.isEmpty() || !areUnique(grid)) {
            for (Times times : grid.times()) {
                LocalDateTime moment = times.moments().get(row);
                addTo(parts, moment == null ? "" : times.unit().name(moment));
            }
        }
        if (parts.isEmpty()) {
            for (Label key : grid.keys()) {
                String text = key.texts().get(row);
                addTo(parts, text.isEmpty() ? "" : Names.said(key.column()) + " " + text);
            }
        }
        return String.join(", ", parts);
    }

    private static boolean areUnique(Grid grid) {
        return grid.labels().stream().anyMatch(label -> label.distinct() == grid.rows());
    }

    private static void addTo(List<String> parts, String part) {
        if (!part.isEmpty() && parts.size() < PARTS_MAX) {
            parts.add(part);
        }
    }
}
