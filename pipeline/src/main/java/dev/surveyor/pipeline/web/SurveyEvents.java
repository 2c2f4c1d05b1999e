package dev.surveyor.pipeline.web;

import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.Surveys;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Progress of surveys as streams of events. Each stream reads the survey's row and sends what
 * changed: it does not matter which process works on it, and a slow reader gets the newest only.
 */
@Component
class SurveyEvents implements SmartLifecycle {

    private static final int STREAMS_MAX = 100;
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Surveys surveys;
    private final Semaphore streams = new Semaphore(STREAMS_MAX);
    private volatile CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean running;

    SurveyEvents(Surveys surveys) {
        this.surveys = surveys;
    }

    SseEmitter of(Survey survey) {
        if (!streams.tryAcquire()) {
            throw new PipelineException(
                    Code.QUEUE_FULL,
                    true,
                    "So many people watch surveys already: ask for the survey itself now and then.",
                    survey.id(),
                    null);
        }
        Stream stream = new Stream(survey);
        Thread.ofVirtual().name("survey-events").start(stream::run);
        return stream.emitter;
    }

    private final class Stream {

        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private final CountDownLatch gone = new CountDownLatch(1);
        private Survey last;
        private long number;

        Stream(Survey survey) {
            last = survey;
            emitter.onCompletion(gone::countDown);
            emitter.onTimeout(gone::countDown);
            emitter.onError(cause -> gone.countDown());
        }

        void run() {
            try {
                send("progress", last);
                long quietSince = System.nanoTime();
                while (last.state().active() && closing.getCount() > 0 && !leaves()) {
                    Optional<Survey> now = surveys.byId(last.id());
                    if (now.isEmpty()) {
                        break;
                    }
                    if (!now.get().equals(last)) {
                        last = now.get();
                        send("progress", last);
                        quietSince = System.nanoTime();
                    } else if (System.nanoTime() - quietSince > HEARTBEAT.toNanos()) {
                        emitter.send(SseEmitter.event().comment("still here"));
                        quietSince = System.nanoTime();
                    }
                }
                send("end", last);
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                // Whoever read this has gone; nobody is left to be told.
                gone.countDown();
            } catch (RuntimeException e) {
                emitter.completeWithError(e);
            } finally {
                streams.release();
            }
        }

        private boolean leaves() {
            try {
                return gone.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        private void send(String name, Survey survey) throws IOException {
            number++;
            emitter.send(
                    SseEmitter.event()
                            .id(Long.toString(number))
                            .name(name)
                            .data(
                                    ListedSurvey.of(survey, Instant.now()),
                                    MediaType.APPLICATION_JSON));
        }
    }

    @Override
    public void start() {
        closing = new CountDownLatch(1);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        closing.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
