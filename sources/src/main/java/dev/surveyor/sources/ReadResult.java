package dev.surveyor.sources;

import java.time.Duration;

/**
 * What was read.
 *
 * @param bytes of the cells as text in UTF-8
 */
public record ReadResult(long rows, long bytes, Ending ending, Duration took) {

    /** Why there are no more rows. */
    public enum Ending {
        /** There are none. */
        ALL,
        ROWS_MAX,
        BYTES_MAX,
        /** The reader wanted no more. */
        STOPPED
    }
}
