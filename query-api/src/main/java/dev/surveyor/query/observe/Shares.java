package dev.surveyor.query.observe;

import dev.surveyor.query.Observation;
import dev.surveyor.query.Observation.Kind;
import dev.surveyor.query.observe.Grid.Measure;
import java.util.List;
import java.util.Optional;

/** One row that makes up half of the sum, or more. */
final class Shares implements Rule {

    private static final int ROWS_MIN = 3;
    private static final double SHARE_MIN = 0.5;

    @Override
    public List<Observation> of(Grid grid) {
        return grid.measures().stream()
                .flatMap(measure -> of(grid, measure).stream())
                .limit(1)
                .toList();
    }

    private static Optional<Observation> of(Grid grid, Measure measure) {
        int row = dominant(measure);
        String subject = row < 0 ? "" : Subjects.of(grid, row);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        double sum = measure.values().stream().mapToDouble(Double::doubleValue).sum();
        return Optional.of(
                new Observation(
                        Kind.DOMINANT_SHARE,
                        "%s makes up %s of the %s of these %d rows."
                                .formatted(
                                        subject,
                                        Figures.share(measure.values().get(row) / sum),
                                        Names.said(measure.column()),
                                        grid.rows())));
    }

    /** Its place; -1: there is none, or the sum would mean nothing. */
    static int dominant(Measure measure) {
        List<Double> values = measure.values();
        if (values.size() < ROWS_MIN || !Names.isAdded(measure.column())) {
            return -1;
        }
        double sum = 0;
        int largest = 0;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (!Double.isFinite(value) || value < 0) {
                return -1;
            }
            sum += value;
            largest = value > values.get(largest) ? i : largest;
        }
        return sum > 0 && values.get(largest) >= SHARE_MIN * sum ? largest : -1;
    }
}
