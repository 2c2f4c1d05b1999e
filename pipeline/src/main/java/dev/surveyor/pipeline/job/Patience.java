package dev.surveyor.pipeline.job;

import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.pipeline.PipelineSettings;
import dev.surveyor.pipeline.store.SurveyRows;
import dev.surveyor.sources.SourceException;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Waits for what is away: a database, an index, a model, the catalog. The pauses grow; after the
 * time that the settings give, the survey fails and can be restarted.
 */
@Component
class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(10);

    private final SurveyRows surveys;
    private final Duration max;

    Patience(SurveyRows surveys, PipelineSettings settings) {
        this.surveys = surveys;
        this.max = settings.patience();
    }

    /** The result of work that may be done again. */
    <T> T outlast(SurveyRun run, String phase, Supplier<T> work) {
        Duration pause = FIRST_PAUSE;
        long begin = System.nanoTime();
        while (true) {
            run.check();
            try {
                return work.get();
            } catch (RuntimeException e) {
                run.check();
                boolean over = System.nanoTime() - begin > max.toNanos();
                if (over || !mayPass(e)) {
                    throw e;
                }
                if (!(e instanceof DataAccessException)) {
                    say(run, phase, e);
                }
            }
            run.rest(pause);
            pause =
                    pause.multipliedBy(2).compareTo(PAUSE_MAX) < 0
                            ? pause.multipliedBy(2)
                            : PAUSE_MAX;
        }
    }

    private void say(SurveyRun run, String phase, RuntimeException cause) {
        try {
            surveys.phase(run.lease(), phase, "Waits: " + cause.getMessage());
        } catch (DataAccessException | CannotCreateTransactionException e) {
            // Nobody can be told while the catalog is away too; the next pause tries again.
            cause.addSuppressed(e);
        }
    }

    static boolean mayPass(Throwable failure) {
        return switch (failure) {
            case SourceException source ->
                    source.transientFailure() && source.code() != SourceException.Code.CANCELLED;
            case ConnectionsException connection ->
                    switch (connection.code()) {
                        case BUSY -> true;
                        case SOURCE_UNAVAILABLE ->
                                connection.getCause() == null || mayPass(connection.getCause());
                        default -> false;
                    };
            case EmbeddingException embedding -> embedding.transientFailure();
            case TransientDataAccessException passing -> true;
            case RecoverableDataAccessException passing -> true;
            case DataAccessResourceFailureException away -> true;
            case CannotCreateTransactionException away -> true;
            case TransactionSystemException away -> true;
            default -> false;
        };
    }
}
