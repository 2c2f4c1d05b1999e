package dev.surveyor.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey that somebody wants.
 *
 * @param schemas the only ones to look at, the rest is taken from the newest edition; empty: all
 * @param requestedBy for people
 * @param until when it has to pause; null: it may take as long as it takes
 */
public record SurveyRequest(
        UUID connection,
        SurveyMode mode,
        List<String> schemas,
        String requestedBy,
        @Nullable Instant until) {
    public SurveyRequest {
        schemas = List.copyOf(schemas);
    }
}
