package dev.surveyor.bench.functions;

import dev.surveyor.embeddings.Vector;
import java.util.Random;
import org.apache.lucene.util.VectorUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How alike two texts' vectors are, beside the same of a library. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class VectorFunctions {

    private static final int DIMENSION = 384;

    private Vector one;
    private Vector other;
    private float[] oneArray;
    private float[] otherArray;

    /** Two vectors of length 1. */
    @Setup
    public void make() {
        Random random = new Random(7);
        one = vector(random);
        other = vector(random);
        oneArray = one.toArray();
        otherArray = other.toArray();
    }

    private static Vector vector(Random random) {
        float[] values = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return Vector.of(values).unit();
    }

    /** Ours. */
    @Benchmark
    public double likeness() {
        return one.dot(other);
    }

    /** Lucene's. */
    @Benchmark
    public float likenessByLibrary() {
        return VectorUtil.dotProduct(oneArray, otherArray);
    }
}
