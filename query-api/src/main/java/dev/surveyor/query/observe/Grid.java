package dev.surveyor.query.observe;

import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.query.AnswerColumn;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows, and what each of their columns is good for.
 *
 * @param rows how many there are
 * @param times columns of moments or periods
 * @param measures columns of numbers that measure something
 * @param labels columns of names and other short texts
 * @param keys columns of numbers that identify or place things
 * @param nulls how many cells of each seen column are null
 */
record Grid(
        int rows,
        List<Times> times,
        List<Measure> measures,
        List<Label> labels,
        List<Label> keys,
        List<Missing> nulls) {

    private static final int LABEL_CHARS_MAX = 60;
    private static final double YEAR_MIN = 1_000;
    private static final double YEAR_MAX = 2_999;

    private static final Set<TypeFamily> WORDLESS =
            Set.of(
                    TypeFamily.JSON,
                    TypeFamily.XML,
                    TypeFamily.BINARY,
                    TypeFamily.ARRAY,
                    TypeFamily.COMPOSITE,
                    TypeFamily.GEOMETRY,
                    TypeFamily.TEXT_SEARCH);

    /** Null where a cell is. */
    record Times(String column, Unit unit, List<@Nullable LocalDateTime> moments) {

        Set<LocalDateTime> distinct() {
            Set<LocalDateTime> distinct = new HashSet<>();
            for (LocalDateTime moment : moments) {
                if (moment != null) {
                    distinct.add(moment);
                }
            }
            return distinct;
        }

        /** Each row has a period of its own. */
        boolean areUnique() {
            return distinct().size() == moments.size();
        }
    }

    /** NaN where a cell is null. */
    record Measure(String column, List<Double> values) {

        double[] known() {
            return values.stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(Double::isFinite)
                    .toArray();
        }
    }

    /** Empty where a cell is null. */
    record Label(String column, List<String> texts) {

        int distinct() {
            return new HashSet<>(texts).size();
        }
    }

    /** Cells that are null. */
    record Missing(String column, int cells) {}

    static Grid of(
            List<AnswerColumn> columns, List<List<@Nullable Object>> rows, Set<Integer> unseen) {
        Grid grid =
                new Grid(
                        rows.size(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        for (int i = 0; i < columns.size(); i++) {
            if (!unseen.contains(i)) {
                grid.add(columns.get(i), cells(rows, i));
            }
        }
        return grid;
    }

    private static List<@Nullable Object> cells(List<List<@Nullable Object>> rows, int column) {
        List<@Nullable Object> cells = new ArrayList<>(rows.size());
        rows.forEach(row -> cells.add(column < row.size() ? row.get(column) : null));
        return cells;
    }

    private void add(AnswerColumn column, List<@Nullable Object> cells) {
        String name = column.name();
        int missing = (int) cells.stream().filter(Objects::isNull).count();
        nulls.add(new Missing(name, missing));
        if (missing == cells.size()) {
            return;
        }
        Optional<Times> times = times(name, column.family(), cells);
        if (times.isPresent()) {
            this.times.add(times.get());
        } else if (cells.stream().allMatch(cell -> cell == null || cell instanceof Number)) {
            if (Names.isKey(name)) {
                keys.add(label(name, cells));
            } else {
                measures.add(new Measure(name, numbers(cells)));
            }
        } else if (!WORDLESS.contains(column.family())) {
            labels.add(label(name, cells));
        }
    }

    private static Optional<Times> times(
            String name, TypeFamily family, List<@Nullable Object> cells) {
        List<@Nullable LocalDateTime> moments = new ArrayList<>(cells.size());
        Set<Unit> units = new HashSet<>();
        for (Object cell : cells) {
            if (cell == null) {
                moments.add(null);
                continue;
            }
            Optional<Moments.Read> read = moment(name, family, cell);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            moments.add(read.get().moment());
            units.add(read.get().unit());
        }
        if (units.size() > 1) {
            return Optional.empty();
        }
        Unit written = units.iterator().next();
        Times times = new Times(name, written, moments);
        return Optional.of(
                written == Unit.TIME
                        ? new Times(name, Unit.of(new TreeSet<>(times.distinct())), moments)
                        : times);
    }

    private static Optional<Moments.Read> moment(String name, TypeFamily family, Object cell) {
        boolean maybeYear = Names.isYear(name);
        if (cell instanceof Number number) {
            double value = number.doubleValue();
            return maybeYear && value >= YEAR_MIN && value <= YEAR_MAX && value == Math.rint(value)
                    ? Moments.read(Integer.toString((int) value), true)
                    : Optional.empty();
        }
        boolean maybeTime = cell instanceof String && family != TypeFamily.UUID;
        return maybeTime ? Moments.read(cell.toString().strip(), maybeYear) : Optional.empty();
    }

    private static List<Double> numbers(List<@Nullable Object> cells) {
        return cells.stream()
                .map(cell -> cell instanceof Number number ? number.doubleValue() : Double.NaN)
                .toList();
    }

    private static Label label(String name, List<@Nullable Object> cells) {
        return new Label(
                name,
                cells.stream()
                        .map(cell ->
                                switch (cell) {
                                    case null -> "";
                                    case Boolean _ -> Names.said(name) + " " + cell;
                                    default -> shortened(cell.toString().strip());
                                })
                        .toList());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LABEL_CHARS_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LABEL_CHARS_MAX)) + "…";
    }
}
