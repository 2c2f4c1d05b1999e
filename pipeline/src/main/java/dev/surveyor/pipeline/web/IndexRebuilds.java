package dev.surveyor.pipeline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingSettings.IndexKind;
import dev.surveyor.pipeline.IndexRebuild;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes the index anew in the background, one at a time, and remembers how the last one went. */
@Component
class IndexRebuilds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IndexRebuilds.class);

    /** How far a rebuild is. */
    enum RebuildState {
        /** None was begun since this process started. */
        NONE,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A rebuild as it stands.
     *
     * @param message why it failed; else empty
     * @param points that were handed over; at the end, that the index holds
     * @param total that the catalog lists
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RebuildStatus(
            RebuildState state,
            IndexKind index,
            String message,
            long points,
            long total,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt) {

        private RebuildStatus at(long done) {
            return new RebuildStatus(state, index, message, done, total, begunAt, endedAt);
        }

        private RebuildStatus ended(RebuildState how, String why, long held) {
            return new RebuildStatus(how, index, why, held, total, begunAt, Instant.now());
        }
    }

    private final IndexRebuild rebuild;
    private volatile RebuildStatus last;
    private volatile boolean running;

    IndexRebuilds(IndexRebuild rebuild) {
        this.rebuild = rebuild;
        this.last = new RebuildStatus(RebuildState.NONE, rebuild.serving(), "", 0, 0, null, null);
    }

    RebuildStatus status() {
        return last;
    }

    synchronized RebuildStatus begin(@Nullable IndexKind to) {
        if (last.state() == RebuildState.RUNNING) {
            throw new PipelineException(
                    Code.REBUILD_RUNS,
                    true,
                    "The index is being made anew already: watch that one.",
                    null,
                    null);
        }
        rebuild.requireNoSurvey();
        IndexKind index = Objects.requireNonNullElse(to, rebuild.serving());
        RebuildStatus begun =
                new RebuildStatus(
                        RebuildState.RUNNING, index, "", 0, rebuild.listed(), Instant.now(), null);
        last = begun;
        Thread.ofPlatform().daemon().name("index-rebuild").start(() -> run(begun));
        return begun;
    }

    private void run(RebuildStatus begun) {
        try {
            long held = rebuild.run(begun.index(), done -> goOn(begun, done));
            last = begun.ended(RebuildState.DONE, "", held);
        } catch (EmbeddingException | PipelineException e) {
            last = begun.ended(RebuildState.FAILED, String.valueOf(e.getMessage()), 0);
        } catch (RuntimeException e) {
            LOG.error("The index could not be made anew", e);
            last =
                    begun.ended(
                            RebuildState.FAILED,
                            "Something unexpected happened; the log tells what.",
                            0);
        }
    }

    private void goOn(RebuildStatus begun, long done) {
        if (!running) {
            throw new PipelineException(
                    Code.REBUILD_RUNS,
                    true,
                    "The program was stopped meanwhile: begin again.",
                    null,
                    null);
        }
        last = begun.at(done);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
