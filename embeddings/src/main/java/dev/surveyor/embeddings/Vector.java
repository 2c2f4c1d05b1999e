package dev.surveyor.embeddings;

import java.util.Arrays;

/** Numbers that stand for a text; equal when every one of them is, bit for bit. */
public final class Vector {

    private final float[] values;

    private Vector(float[] values) {
        this.values = values;
    }

    /** Takes a copy. */
    public static Vector of(float... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a vector has at least one dimension");
        }
        return new Vector(values.clone());
    }

    public int dimension() {
        return values.length;
    }

    /** A copy of the numbers. */
    public float[] toArray() {
        return values.clone();
    }

    /** The same direction, with length 1; what has no length stays as it is. */
    public Vector unit() {
        double length = Math.sqrt(dot(this));
        if (length == 0) {
            return this;
        }
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] / length);
        }
        return new Vector(scaled);
    }

    /** How alike two vectors of length 1 are: their cosine. */
    public double dot(Vector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(
                    "%d dimensions cannot be compared with %d"
                            .formatted(values.length, other.values.length));
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Short: a log line is no place for hundreds of numbers. */
    @Override
    public String toString() {
        return "Vector[%d, %08x]".formatted(values.length, hashCode());
    }
}
