package dev.surveyor.embeddings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Points made up from a seed, and what a plain look at all of them finds. */
public final class SamplePoints {

    public static final EmbeddingModel MODEL = new EmbeddingModel("sample@1", 32, 256, "", "");

    private static final List<String> NOUNS =
            List.of(
                    "order",
                    "customer",
                    "invoice",
                    "product",
                    "stock",
                    "salary",
                    "region",
                    "weather",
                    "ticket",
                    "flight",
                    "teacher",
                    "student",
                    "payment",
                    "supplier");

    private SamplePoints() {}

    /** Of connections c0 to c9, kinds table and column, schemas s0 to s2. */
    public static List<Point> points(int count, long seed) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(
                    Point.dense(
                            "c" + i % 10,
                            i % 3 == 0 ? PointKind.TABLE : PointKind.COLUMN,
                            "s" + i % 3,
                            "subject" + i,
                            noun(random) + " " + noun(random) + "_number " + i,
                            MODEL,
                            vector(random)));
        }
        return points;
    }

    private static String noun(Random random) {
        return NOUNS.get(random.nextInt(NOUNS.size()));
    }

    public static Vector vector(Random random) {
        float[] values = new float[MODEL.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Vector.of(values).unit();
    }

    public static List<Candidate> nearest(
            List<Point> points, Vector vector, Filter filter, int max) {
        return points.stream()
                .filter(point -> passes(filter, point))
                .map(point ->
                        new Candidate(
                                point.id(), Objects.requireNonNull(point.vector()).dot(vector)))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(max)
                .toList();
    }

    private static boolean passes(Filter filter, Point point) {
        Set<String> connections = filter.connections();
        Set<PointKind> kinds = filter.kinds();
        Set<String> schemas = filter.schemas();
        return (connections == null || connections.contains(point.connection()))
                && (kinds == null || kinds.contains(point.kind()))
                && (schemas == null || schemas.contains(point.schema()));
    }
}
