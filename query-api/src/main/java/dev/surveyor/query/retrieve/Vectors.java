package dev.surveyor.query.retrieve;

import dev.surveyor.embeddings.Vector;
import java.util.Arrays;

/** Vectors of length 1, a byte for each dimension; appended to by one thread at a time. */
final class Vectors {

    private static final int ROWS_FIRST = 64;

    private byte[] values = {};
    private float[] scales = new float[ROWS_FIRST];
    private int dimension;
    private int rows;

    /** A vector to compare with. */
    static final class Probe {

        private final byte[] values;
        private final float scale;

        private Probe(byte[] values, float scale) {
            this.values = values;
            this.scale = scale;
        }

        static Probe of(Vector vector) {
            float[] exact = vector.toArray();
            byte[] values = new byte[exact.length];
            return new Probe(values, rounded(exact, values, 0));
        }
    }

    int rows() {
        return rows;
    }

    long bytes() {
        return values.length + (long) Float.BYTES * scales.length;
    }

    /** Returns the row that it has from now on. */
    int add(Vector vector) {
        float[] exact = vector.toArray();
        if (rows == 0) {
            dimension = exact.length;
            values = new byte[ROWS_FIRST * dimension];
        }
        if (exact.length != dimension) {
            throw new IllegalArgumentException(
                    "%d dimensions do not go with %d".formatted(exact.length, dimension));
        }
        if (rows == scales.length) {
            scales = Arrays.copyOf(scales, 2 * rows);
            values = Arrays.copyOf(values, Math.multiplyExact(scales.length, dimension));
        }
        scales[rows] = rounded(exact, values, rows * dimension);
        return rows++;
    }

    /** Gives back the room that is not used; nothing is added any more. */
    void trim() {
        values = Arrays.copyOf(values, rows * dimension);
        scales = Arrays.copyOf(scales, rows);
    }

    /** About their cosine: it is off by less than a hundredth. */
    float cosine(int row, Probe probe) {
        byte[] other = probe.values;
        int at = row * dimension;
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < other.length; i += 2) {
            even += values[at + i] * other[i];
            odd += values[at + i + 1] * other[i + 1];
        }
        if ((other.length & 1) == 1) {
            even += values[at + other.length - 1] * other[other.length - 1];
        }
        return (even + odd) * scales[row] * probe.scale;
    }

    private static float rounded(float[] exact, byte[] into, int at) {
        float largest = 0;
        for (float value : exact) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return 0;
        }
        float scale = largest / Byte.MAX_VALUE;
        for (int i = 0; i < exact.length; i++) {
            into[at + i] = (byte) Math.round(exact[i] / scale);
        }
        return scale;
    }
}
