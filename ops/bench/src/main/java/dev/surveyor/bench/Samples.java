package dev.surveyor.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was measured in the rounds of one thing.
 *
 * @param values in the order of the rounds
 */
public record Samples(List<Double> values) {

    private static final double HUNDRED = 100;

    public Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = List.copyOf(values);
    }

    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** What so many percent of the values do not exceed. */
    public double percentile(int percent) {
        int rank = (int) Math.ceil(values.size() * percent / HUNDRED);
        return values.stream().sorted().toList().get(Math.max(rank, 1) - 1);
    }

    public double min() {
        return Collections.min(values);
    }

    public double max() {
        return Collections.max(values);
    }

    /** This over the other, pair by pair: a machine that slows down half way does so for both. */
    public Samples over(Samples other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return new Samples(ratios);
    }
}
