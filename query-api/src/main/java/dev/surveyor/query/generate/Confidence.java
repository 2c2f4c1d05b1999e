package dev.surveyor.query.generate;

/** How sure one may be of an answer, by who agrees on it. */
public final class Confidence {

    /** A model's statement that ran, with nobody to compare it with. */
    public static final double MODEL_ALONE = 0.6;

    /** Each statement that had to be repaired says that the model was guessing. */
    private static final double PER_REPAIR = 0.8;

    /** Each word that nothing accounts for. */
    private static final double PER_WORD = 0.85;

    private static final double DISAGREEING = 0.6;
    private static final double HIGHEST = 0.98;

    private Confidence() {}

    /** Two that do not know of each other and gave the same are seldom both wrong. */
    public static double agreeing(double one, double other) {
        return Math.min(HIGHEST, 1 - (1 - one) * (1 - other));
    }

    /** One of them is wrong. */
    public static double disagreeing(double chosen) {
        return chosen * DISAGREEING;
    }

    public static double repaired(double confidence, int rounds) {
        return confidence * Math.pow(PER_REPAIR, Math.max(0, rounds - 1));
    }

    public static double unaccounted(double confidence, int words) {
        return confidence * Math.pow(PER_WORD, words);
    }
}
