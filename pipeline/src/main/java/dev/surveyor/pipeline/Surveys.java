package dev.surveyor.pipeline;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The surveys of all connections. All methods throw {@link PipelineException}. */
public interface Surveys {

    /** Begins a survey; what an earlier one left unfinished is given up. */
    Survey start(SurveyRequest request);

    Optional<Survey> byId(UUID survey);

    /** The newest of a connection. */
    Optional<Survey> newest(UUID connection);

    /**
     * When the newest look at every table of a connection began: a full survey, or the first one,
     * for which all was new.
     */
    Optional<Instant> newestFull(UUID connection);

    /** Asks it to stop; it does so within seconds, wherever it runs. */
    Survey stop(UUID survey);

    /**
     * Lets one that stopped, failed or paused go on where it was.
     *
     * @param until when it has to pause; null: it may take as long as it takes
     */
    Survey restart(UUID survey, @Nullable Instant until);

    /** Gives one that does not run up for good; what it found is thrown away. */
    Survey abandon(UUID survey);
}
