package dev.surveyor.query.observe;

import dev.surveyor.query.Observation;
import dev.surveyor.query.Observation.Kind;
import dev.surveyor.query.observe.Grid.Measure;
import dev.surveyor.query.observe.Grid.Times;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Values that go up or down over time, told from chance by Mann's and Kendall's test: how many
 * later values are above earlier ones, whatever the distances.
 */
final class Trends implements Rule {

    private static final int SAID_MAX = 2;
    private static final int PERIODS_MIN = 5;

    /** In 19 of 20 series without any trend the test stays below. */
    private static final double SURE = 1.96;

    /** What changes less is as good as steady. */
    private static final double CHANGE_MIN = 0.05;

    private record Point(LocalDateTime period, double value) {}

    @Override
    public List<Observation> of(Grid grid) {
        if (grid.times().size() != 1 || !grid.labels().isEmpty() || !grid.keys().isEmpty()) {
            return List.of();
        }
        Times times = grid.times().getFirst();
        if (!times.areUnique()) {
            return List.of();
        }
        return grid.measures().stream()
                .flatMap(measure -> of(times, measure).stream())
                .limit(SAID_MAX)
                .toList();
    }

    static Optional<Observation> of(Times times, Measure measure) {
        List<Point> points = points(times, measure);
        if (points.size() < PERIODS_MIN) {
            return Optional.empty();
        }
        Point first = points.getFirst();
        Point last = points.getLast();
        double change = last.value() - first.value();
        double sureness = sureness(points);
        boolean agrees = Math.signum(change) == Math.signum(sureness);
        double size =
                Figures.median(
                        points.stream().mapToDouble(each -> Math.abs(each.value())).toArray());
        if (Math.abs(sureness) < SURE || !agrees || Math.abs(change) < CHANGE_MIN * size) {
            return Optional.empty();
        }
        Unit unit = times.unit();
        return Optional.of(
                new Observation(
                        Kind.TREND,
                        "%s %s from %s %s to %s %s%s."
                                .formatted(
                                        Names.begins(measure.column()),
                                        change > 0 ? "rose" : "fell",
                                        Figures.said(first.value()),
                                        unit.in(first.period()),
                                        Figures.said(last.value()),
                                        unit.in(last.period()),
                                        first.value() > 0 && last.value() >= 0
                                                ? " ("
                                                        + Figures.change(change / first.value())
                                                        + ")"
                                                : "")));
    }

    private static List<Point> points(Times times, Measure measure) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < times.moments().size(); i++) {
            double value = measure.values().get(i);
            if (Double.isFinite(value)) {
                points.add(new Point(Objects.requireNonNull(times.moments().get(i)), value));
            }
        }
        points.sort(Comparator.comparing(Point::period));
        return points;
    }

    /** In standard deviations of a series without a trend; below zero where values fall. */
    private static double sureness(List<Point> points) {
        int n = points.size();
        long later = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                later += (long) Math.signum(points.get(j).value() - points.get(i).value());
            }
        }
        double deviation = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
        return (later - Math.signum((double) later)) / deviation;
    }
}
