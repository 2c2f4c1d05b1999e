package dev.surveyor.query.agent;

import dev.surveyor.query.AnswerColumn;
import dev.surveyor.sources.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of one statement. */
sealed interface Attempt {

    /**
     * It ran.
     *
     * @param sql as the guard printed it
     * @param tables that it read, as far as the asker may know of them
     */
    record Ran(
            String sql,
            Set<String> tables,
            List<AnswerColumn> columns,
            List<List<@Nullable Object>> rows,
            boolean truncated,
            long ms)
            implements Attempt {
        public Ran {
            tables = Set.copyOf(tables);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** The guard does not let it run. */
    record Refused(Refusal refusal) implements Attempt {}

    /** The database does not take it, or stopped it; another statement may do better. */
    record Failed(String message) implements Attempt {}

    /** No statement would do better now. */
    record Lost(String message) implements Attempt {}

    /** For whoever writes the next one; empty where it ran. */
    default String fault() {
        return switch (this) {
            case Ran _ -> "";
            case Refused(Refusal refusal) ->
                    refusal.sentence() + " Allowed here: " + refusal.allowed() + ".";
            case Failed(String message) -> message;
            case Lost(String message) -> message;
        };
    }
}
