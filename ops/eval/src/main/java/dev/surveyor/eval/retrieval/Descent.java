package dev.surveyor.eval.retrieval;

import java.util.function.BiConsumer;

/** Finds the weights where a convex loss is least, the same ones each time. */
final class Descent {

    private static final int STEPS = 400;
    private static final int FINE_STEPS = 100;
    private static final double STEP = 0.2;
    private static final double MOMENTUM = 0.9;
    private static final double MEMORY = 0.99;
    private static final double SHRINKING = 1e-4;

    private Descent() {}

    /**
     * Adam over all there is at once.
     *
     * @param gradient adds the loss's mean gradient at the weights it is given
     */
    static double[] least(int count, BiConsumer<double[], double[]> gradient) {
        double[] weights = new double[count];
        double[] means = new double[count];
        double[] squares = new double[count];
        for (int step = 1; step <= STEPS; step++) {
            double[] slope = new double[count];
            gradient.accept(weights, slope);
            double length = step > STEPS - FINE_STEPS ? STEP / 10 : STEP;
            for (int i = 0; i < count; i++) {
                double of = slope[i] + SHRINKING * weights[i];
                means[i] = MOMENTUM * means[i] + (1 - MOMENTUM) * of;
                squares[i] = MEMORY * squares[i] + (1 - MEMORY) * of * of;
                double mean = means[i] / (1 - Math.pow(MOMENTUM, step));
                double square = squares[i] / (1 - Math.pow(MEMORY, step));
                weights[i] -= length * mean / (Math.sqrt(square) + 1e-8);
            }
        }
        return weights;
    }
}
