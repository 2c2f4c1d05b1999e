package dev.surveyor.catalog;

/**
 * How many there are, and how sure that is.
 *
 * @param error the share of the value by which it is expected to be off (one standard error); 0:
 *     counted exactly
 */
public record Count(long value, double error) {

    public Count {
        if (value < 0 || !(error >= 0)) {
            throw new IllegalArgumentException("a count and its error are not negative");
        }
    }

    public static Count exactly(long value) {
        return new Count(value, 0);
    }

    public static Count about(long value, double error) {
        return new Count(value, error);
    }

    public boolean exact() {
        return error == 0;
    }
}
