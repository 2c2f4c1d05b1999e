package dev.surveyor.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey as it stands.
 *
 * @param phase discover, survey or publish; empty before and after
 * @param message for people; never holds values of the source
 * @param tables how many it looks at, and what became of them
 * @param edition the number of the edition that it published or confirmed
 * @param worked without the time that it waited or lay still
 */
public record Survey(
        UUID id,
        UUID connection,
        SurveyMode mode,
        List<String> schemas,
        String requestedBy,
        @Nullable Instant until,
        SurveyState state,
        String phase,
        String message,
        Tables tables,
        long rowsRead,
        long textsEmbedded,
        @Nullable Long edition,
        Instant begun,
        Duration worked,
        @Nullable Instant ended) {

    /** Counts of tables. */
    public record Tables(int total, int unchanged, int done, int failed) {

        public int pending() {
            return total - unchanged - done - failed;
        }
    }

    public Survey {
        schemas = List.copyOf(schemas);
    }
}
