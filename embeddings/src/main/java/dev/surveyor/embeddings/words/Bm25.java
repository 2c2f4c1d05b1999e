package dev.surveyor.embeddings.words;

/**
 * What both indexes agree on when they weigh words, so that the same points score alike: the usual
 * constants, and one usual length for all texts, as one index cannot know the other's.
 */
public final class Bm25 {

    public static final float K1 = 1.2f;
    public static final float B = 0.75f;

    /** Words in a usual text. */
    public static final float LENGTH = 16;

    private Bm25() {}

    /** What a word that comes so often in a text of so many words weighs there. */
    public static float weight(int times, int length) {
        return times / (times + K1 * (1 - B + B * length / LENGTH));
    }
}
