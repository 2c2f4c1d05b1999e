package dev.surveyor.query.chat;

import dev.surveyor.query.QueryException;
import dev.surveyor.query.QueryException.Code;
import dev.surveyor.query.run.Run;
import dev.surveyor.query.run.RunReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Events of runs as streams; whoever comes back goes on where they were. A stream ends when its run
 * does, also while the house closes.
 */
@Component
class RunStreams {

    private static final int STREAMS_MAX = 5_000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Semaphore streams = new Semaphore(STREAMS_MAX);

    /**
     * A stream of a run's events.
     *
     * @param run begins it, once it is sure that there is room for its stream
     * @param after number of the last event that was seen
     */
    SseEmitter of(Supplier<Run> run, int after) {
        if (!streams.tryAcquire()) {
            throw busy();
        }
        boolean begun = false;
        try {
            RunReader reader = run.get().read(after);
            if (reader == null) {
                throw busy();
            }
            Stream stream = new Stream(reader);
            Thread.ofVirtual().name("run-events").start(stream::run);
            begun = true;
            return stream.emitter;
        } finally {
            if (!begun) {
                streams.release();
            }
        }
    }

    private static QueryException busy() {
        return new QueryException(
                Code.BUSY, "So many people read answers already: ask again in a moment.");
    }

    private final class Stream {

        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private final RunReader reader;
        private volatile boolean gone;

        Stream(RunReader reader) {
            this.reader = reader;
            emitter.onCompletion(() -> gone = true);
            emitter.onTimeout(() -> gone = true);
            emitter.onError(cause -> gone = true);
        }

        void run() {
            try (reader) {
                long quietSince = System.nanoTime();
                while (!gone && !reader.over()) {
                    RunReader.Numbered next = reader.next(GLANCE);
                    if (next != null) {
                        emitter.send(
                                SseEmitter.event()
                                        .id(Integer.toString(next.number()))
                                        .name(next.event().eventName())
                                        .data(next.event(), MediaType.APPLICATION_JSON));
                        reader.arrived();
                        quietSince = System.nanoTime();
                    } else if (System.nanoTime() - quietSince > HEARTBEAT.toNanos()) {
                        emitter.send(SseEmitter.event().comment("still here"));
                        quietSince = System.nanoTime();
                    }
                }
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                // Whoever read this has gone; nobody is left to be told.
                gone = true;
            } catch (RuntimeException e) {
                emitter.completeWithError(e);
            } finally {
                streams.release();
            }
        }
    }
}
