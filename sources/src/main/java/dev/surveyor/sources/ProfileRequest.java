package dev.surveyor.sources;

import java.time.Duration;

/**
 * How tables are to be measured.
 *
 * @param categoriesMax most distinct values of which all are kept
 * @param samplesMax most values that are kept of other columns
 * @param valueCharsMax of a value that is kept; longer ones are cut
 * @param tableTimeMax budget of one table
 * @param tableBytesMax budget of what one table moves to us
 */
public record ProfileRequest(
        Depth depth,
        int categoriesMax,
        int samplesMax,
        int valueCharsMax,
        Duration tableTimeMax,
        long tableBytesMax) {

    /** How closely tables are looked at. */
    public enum Depth {
        /** Every row where the budget allows. */
        FULL,
        /** The source's statistics and a sample. */
        QUICK
    }

    private static final int CATEGORIES = 100;
    private static final int SAMPLES = 50;
    private static final int VALUE_CHARS = 200;
    private static final Duration TABLE_TIME = Duration.ofMinutes(2);
    private static final long TABLE_BYTES = 4L << 30;

    public ProfileRequest {
        if (categoriesMax < 1 || samplesMax < 1 || valueCharsMax < 1 || tableBytesMax < 1) {
            throw new IllegalArgumentException("a limit is more than nothing");
        }
    }

    public static ProfileRequest standard(Depth depth) {
        return new ProfileRequest(depth, CATEGORIES, SAMPLES, VALUE_CHARS, TABLE_TIME, TABLE_BYTES);
    }
}
