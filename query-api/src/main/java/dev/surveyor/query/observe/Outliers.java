package dev.surveyor.query.observe;

import dev.surveyor.query.Observation;
import dev.surveyor.query.Observation.Kind;
import dev.surveyor.query.observe.Grid.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One value far from the others, by distances that outliers themselves do not stretch: medians of
 * distances to the median. Where many values lie far out, that is how the data are.
 */
final class Outliers implements Rule {

    private static final int SAID_MAX = 2;
    private static final int ROWS_MIN = 8;

    /** In standard deviations of a normal distribution. */
    private static final double FAR = 5;

    private static final double MEDIAN_DISTANCE_OF_NORMAL = 0.6745;
    private static final double MEAN_DISTANCE_OF_NORMAL = 0.7979;

    /** One of so many values may lie far out. */
    private static final int FEW = 20;

    @Override
    public List<Observation> of(Grid grid) {
        boolean trends = !new Trends().of(grid).isEmpty();
        return grid.measures().stream()
                .filter(measure -> !trends && Shares.dominant(measure) < 0)
                .flatMap(measure -> of(grid, measure).stream())
                .limit(SAID_MAX)
                .toList();
    }

    private static Optional<Observation> of(Grid grid, Measure measure) {
        double[] known = measure.known();
        if (known.length < ROWS_MIN) {
            return Optional.empty();
        }
        double median = Figures.median(known);
        double spread = spread(known, median);
        if (spread == 0) {
            return Optional.empty();
        }
        int farthest = -1;
        int far = 0;
        for (int row = 0; row < measure.values().size(); row++) {
            double distance = distance(measure, row, median);
            far += distance > FAR * spread ? 1 : 0;
            if (farthest < 0 || distance > distance(measure, farthest, median)) {
                farthest = row;
            }
        }
        if (far == 0 || far > Math.max(1, known.length / FEW)) {
            return Optional.empty();
        }
        return Optional.of(said(grid, measure, farthest));
    }

    private static double distance(Measure measure, int row, double median) {
        double value = measure.values().get(row);
        return Double.isFinite(value) ? Math.abs(value - median) : 0;
    }

    /** Of half of the values; where those are all the same, of all. */
    private static double spread(double[] values, double median) {
        double[] distances = Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
        double half = Figures.median(distances);
        return half > 0
                ? half / MEDIAN_DISTANCE_OF_NORMAL
                : Arrays.stream(distances).average().orElse(0) / MEAN_DISTANCE_OF_NORMAL;
    }

    private static Observation said(Grid grid, Measure measure, int row) {
        double value = measure.values().get(row);
        double[] others =
                IntStream.range(0, measure.values().size())
                        .filter(other -> other != row)
                        .mapToDouble(measure.values()::get)
                        .filter(Double::isFinite)
                        .toArray();
        double median = Figures.median(others);
        String subject = Subjects.of(grid, row);
        String column = Names.said(measure.column());
        return new Observation(
                Kind.OUTLIER,
                "%s is %s, far %s the others, whose median is %s."
                        .formatted(
                                subject.isEmpty()
                                        ? "One " + column
                                        : "The " + column + " of " + subject,
                                Figures.said(value),
                                value > median ? "above" : "below",
                                Figures.said(median)));
    }
}
