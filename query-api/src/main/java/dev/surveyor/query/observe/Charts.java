package dev.surveyor.query.observe;

import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.Chart;
import dev.surveyor.query.Chart.Kind;
import dev.surveyor.query.observe.Grid.Label;
import dev.surveyor.query.observe.Grid.Measure;
import dev.surveyor.query.observe.Grid.Times;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses how rows are drawn, from their shape. */
public final class Charts {

    private static final int BARS_MAX = 30;
    private static final int SERIES_MAX = 10;
    private static final int POINTS_MIN = 8;

    private Charts() {}

    /** Null where no drawing suits. */
    public static @Nullable Chart of(
            List<AnswerColumn> columns, List<List<@Nullable Object>> rows) {
        if (rows.size() < 2) {
            return null;
        }
        Grid grid = Grid.of(columns, rows, Set.of());
        List<Measure> measures =
                grid.measures().stream().filter(each -> each.known().length >= 2).toList();
        if (measures.isEmpty()) {
            return null;
        }
        Chart chart = chart(grid, measures);
        return chart != null && areClear(chart, columns) ? chart : null;
    }

    private static @Nullable Chart chart(Grid grid, List<Measure> measures) {
        String y = measures.getFirst().column();
        Chart line = line(grid, y);
        if (line != null) {
            return line;
        }
        Chart bars = grid.rows() <= BARS_MAX ? bars(grid, y) : null;
        if (bars != null) {
            return bars;
        }
        return grid.times().isEmpty()
                        && grid.labels().size() <= 1
                        && measures.size() == 2
                        && grid.rows() >= POINTS_MIN
                ? new Chart(Kind.SCATTER, y, measures.get(1).column(), null)
                : null;
    }

    private static @Nullable Chart line(Grid grid, String y) {
        if (grid.times().size() != 1 || !grid.keys().isEmpty()) {
            return null;
        }
        Times times = grid.times().getFirst();
        if (times.distinct().size() < 2) {
            return null;
        }
        if (grid.labels().isEmpty()) {
            return times.areUnique() ? new Chart(Kind.LINE, times.column(), y, null) : null;
        }
        Label label = grid.labels().getFirst();
        boolean series =
                grid.labels().size() == 1
                        && !times.areUnique()
                        && label.distinct() <= SERIES_MAX
                        && areUnique(grid.rows(), times.moments(), label.texts());
        return series ? new Chart(Kind.LINE, times.column(), y, label.column()) : null;
    }

    private static @Nullable Chart bars(Grid grid, String y) {
        boolean byKey = grid.labels().isEmpty() && grid.times().isEmpty();
        List<Label> named = byKey ? grid.keys() : grid.labels();
        for (Label label : named) {
            if (label.distinct() == grid.rows()) {
                return new Chart(Kind.BAR, label.column(), y, null);
            }
        }
        if (named.size() != 2 || !grid.times().isEmpty()) {
            return null;
        }
        Label first = named.getFirst();
        Label second = named.getLast();
        Label fewer = second.distinct() <= first.distinct() ? second : first;
        Label x = fewer.equals(second) ? first : second;
        return fewer.distinct() <= SERIES_MAX
                        && areUnique(grid.rows(), first.texts(), second.texts())
                ? new Chart(Kind.BAR, x.column(), y, fewer.column())
                : null;
    }

    private static boolean areUnique(int rows, List<?> first, List<?> second) {
        Set<List<String>> pairs = new HashSet<>();
        IntStream.range(0, rows)
                .forEach(row ->
                        pairs.add(
                                List.of(
                                        String.valueOf(first.get(row)),
                                        String.valueOf(second.get(row)))));
        return pairs.size() == rows;
    }

    /** A chart names columns: each name must mean one. */
    private static boolean areClear(Chart chart, List<AnswerColumn> columns) {
        List<String> names = columns.stream().map(AnswerColumn::name).toList();
        return Stream.of(chart.x(), chart.y(), chart.series())
                .filter(Objects::nonNull)
                .allMatch(name -> Collections.frequency(names, name) == 1);
    }
}
