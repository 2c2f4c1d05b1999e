package dev.surveyor.sources;

import java.time.Duration;

/**
 * What a session may take of its source, and of us.
 *
 * @param connectTimeout from the first packet to a session that answers
 * @param statementTimeout of one statement, kept by the server and, where it does not, by us
 * @param lockTimeout of waiting for a lock
 * @param idleTimeout of a transaction in which nothing happens, kept by the server
 * @param rowsMax of one result
 * @param bytesMax of one result, as text in UTF-8
 * @param cellCharsMax of one cell; longer ones are cut, on the server where it can
 */
public record SessionLimits(
        Duration connectTimeout,
        Duration statementTimeout,
        Duration lockTimeout,
        Duration idleTimeout,
        int rowsMax,
        long bytesMax,
        int cellCharsMax) {

    public static final Duration CONNECT_TIMEOUT_MAX = Duration.ofSeconds(10);

    private static final int ROWS = 10_000;
    private static final long BYTES = 5L << 20;
    private static final int CELL_CHARS = 32 << 10;

    public SessionLimits {
        if (connectTimeout.compareTo(CONNECT_TIMEOUT_MAX) > 0) {
            throw new IllegalArgumentException("connecting takes at most 10 seconds");
        }
        for (Duration limit :
                new Duration[] {connectTimeout, statementTimeout, lockTimeout, idleTimeout}) {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("a time limit is more than nothing");
            }
        }
        if (rowsMax < 1 || bytesMax < 1 || cellCharsMax < 1) {
            throw new IllegalArgumentException("a limit is more than nothing");
        }
    }

    /** For questions: 30 s a statement, 10,000 rows, 5 MiB, 32 KiB a cell. */
    public static SessionLimits standard() {
        return new SessionLimits(
                CONNECT_TIMEOUT_MAX,
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                ROWS,
                BYTES,
                CELL_CHARS);
    }

    public SessionLimits withStatementTimeout(Duration timeout) {
        return new SessionLimits(
                connectTimeout, timeout, lockTimeout, idleTimeout, rowsMax, bytesMax, cellCharsMax);
    }

    public SessionLimits withConnectTimeout(Duration timeout) {
        return new SessionLimits(
                timeout,
                statementTimeout,
                lockTimeout,
                idleTimeout,
                rowsMax,
                bytesMax,
                cellCharsMax);
    }

    public SessionLimits withResult(int rows, long bytes, int cellChars) {
        return new SessionLimits(
                connectTimeout, statementTimeout, lockTimeout, idleTimeout, rows, bytes, cellChars);
    }
}
