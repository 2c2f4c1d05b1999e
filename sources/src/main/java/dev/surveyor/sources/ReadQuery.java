package dev.surveyor.sources;

import java.time.Duration;
import java.util.List;

/**
 * One statement that reads. Whoever passes text that a person or a model wrote passes it through
 * the guard first.
 *
 * @param searchPath schemas in which names without one are looked up, after the system's own
 */
public record ReadQuery(
        String sql,
        List<String> searchPath,
        Duration timeMax,
        int rowsMax,
        long bytesMax,
        int cellCharsMax) {

    public ReadQuery {
        searchPath = List.copyOf(searchPath);
    }

    /** Within a session's own limits, all names written in full. */
    public static ReadQuery of(String sql, SessionLimits limits) {
        return new ReadQuery(
                sql,
                List.of(),
                limits.statementTimeout(),
                limits.rowsMax(),
                limits.bytesMax(),
                limits.cellCharsMax());
    }
}
