package dev.surveyor.query.run;

import dev.surveyor.access.Beat;
import dev.surveyor.access.Closing;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.LlmException;
import dev.surveyor.query.Answer;
import dev.surveyor.query.QueryException;
import dev.surveyor.query.QueryException.Code;
import dev.surveyor.query.QuerySettings;
import dev.surveyor.query.RunEvent;
import dev.surveyor.query.RunSink;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All answers under way, and those that ended lately. A run outlives whoever began it; one that
 * takes too long, or that nobody reads, is cancelled.
 */
@Component
public class Runs extends Beat {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    /** Of the event that ends a run which was not over when the server was stopped. */
    public static final String STOPPING_CODE = "stopping";

    /** What is said then. */
    public static final String STOPPING = "This server is being stopped: ask again in a moment.";

    private static final Duration EVERY = Duration.ofMillis(500);

    /** Memory for the events of runs that have ended. */
    private static final long ENDED_BYTES_MAX = 64L << 20;

    private final QuerySettings settings;
    private final Closing closing;
    private final Map<UUID, Run> runs = new LinkedHashMap<>();
    private int active;

    Runs(QuerySettings settings, Closing closing) {
        super("runs", EVERY, EVERY);
        this.settings = settings;
        this.closing = closing;
    }

    /**
     * Begins a run on a thread of its own.
     *
     * @param work gives the answer
     * @param ending is told the answer before readers are, and gives what they are told; it is
     *     called once, whatever happens: with a failure instead of an answer where there is none
     * @throws QueryException when too many are under way
     */
    public Run begin(
            UUID id,
            UUID asker,
            UUID connection,
            BiFunction<RunSink, Cancellation, Answer> work,
            Function<Outcome, RunEvent> ending) {
        Run run = new Run(id, asker, connection);
        synchronized (runs) {
            if (closing.begun()) {
                throw new QueryException(Code.STOPPING, STOPPING);
            }
            if (active >= settings.runsMax()) {
                throw new QueryException(
                        Code.BUSY,
                        "So many questions are being answered already: ask again in a moment.");
            }
            active++;
            runs.put(id, run);
        }
        Thread.ofVirtual().name("run").start(() -> work(run, work, ending));
        return run;
    }

    /** How a run's work ended. */
    public sealed interface Outcome {

        record Answered(Answer answer) implements Outcome {}

        record Cancelled() implements Outcome {}

        /** It was not over when the server was stopped. */
        record Stopped() implements Outcome {}

        /** Something is broken here; it was logged. */
        record Broken() implements Outcome {}
    }

    private void work(
            Run run,
            BiFunction<RunSink, Cancellation, Answer> work,
            Function<Outcome, RunEvent> ending) {
        Outcome outcome = new Outcome.Broken();
        try {
            outcome = new Outcome.Answered(work.apply(run::add, run.cancellation()));
        } catch (LlmException e) {
            outcome = cancelled();
        } catch (RuntimeException | Error e) {
            if (run.cancellation().cancelled()) {
                outcome = cancelled();
            } else {
                LOG.error("Run {} broke", run.id(), e);
            }
        } finally {
            end(run, outcome, ending);
        }
    }

    private Outcome cancelled() {
        return closing.begun() ? new Outcome.Stopped() : new Outcome.Cancelled();
    }

    private void end(Run run, Outcome outcome, Function<Outcome, RunEvent> ending) {
        RunEvent last =
                new RunEvent.Failed(
                        "not-kept", "The answer could not be kept: ask again in a moment.");
        try {
            last = ending.apply(outcome);
        } catch (RuntimeException e) {
            LOG.error("The end of run {} could not be written down", run.id(), e);
        } finally {
            run.add(last);
            synchronized (runs) {
                active--;
            }
        }
    }

    /** The asker's run of this connection; null: there is none, or not any more. */
    public @Nullable Run find(UUID id, UUID asker, UUID connection) {
        synchronized (runs) {
            Run run = runs.get(id);
            return run != null && run.asker().equals(asker) && run.connection().equals(connection)
                    ? run
                    : null;
        }
    }

    /**
     * Waits for a run's answer.
     *
     * @throws QueryException when there is none
     */
    public Answer await(Run run) {
        try {
            return switch (run.log().attend()) {
                case RunEvent.Complete(Answer answer, _) -> answer;
                case RunEvent.Failed(String code, String message) ->
                        throw new QueryException(
                                code.equals(STOPPING_CODE) ? Code.STOPPING : Code.UNANSWERED,
                                message);
                case RunEvent other ->
                        throw new IllegalStateException("no end: " + other.eventName());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryException(
                    Code.UNANSWERED, "Nobody waited for this answer any more: ask again.");
        }
    }

    /** Those that are under way. */
    public List<Run> underWay() {
        synchronized (runs) {
            return runs.values().stream().filter(run -> !run.isOver()).toList();
        }
    }

    /** How many are under way. */
    public int active() {
        synchronized (runs) {
            return active;
        }
    }

    /**
     * Answers under way may come to their end; shortly before the time is over the rest are told.
     */
    @Override
    public void stop(Runnable stopped) {
        Thread.ofPlatform()
                .name("runs-end")
                .start(() -> {
                    if (!closing.await(closing.lastWords(), () -> active() == 0)) {
                        underWay().forEach(Run::cancel);
                        closing.await(Duration.ZERO, () -> active() == 0);
                    }
                    stop();
                    stopped.run();
                });
    }

    /** Cancels what nobody waits for and forgets what nobody asks for any more. */
    @Override
    protected void beat() {
        List<Run> all;
        synchronized (runs) {
            runs.values()
                    .removeIf(
                            run -> run.isOver() && run.rested().compareTo(settings.runsKept()) > 0);
            long bytes = runs.values().stream().mapToLong(run -> run.log().bytes()).sum();
            var oldest = runs.values().iterator();
            while (bytes > ENDED_BYTES_MAX && oldest.hasNext()) {
                Run run = oldest.next();
                if (run.isOver() && run.log().unread().isPositive()) {
                    bytes -= run.log().bytes();
                    oldest.remove();
                }
            }
            all = List.copyOf(runs.values());
        }
        for (Run run : all) {
            if (!run.isOver()
                    && (run.log().abandoned()
                            || run.age().compareTo(settings.runTimeout()) > 0
                            || run.log().unread().compareTo(settings.unreadTimeout()) > 0)) {
                run.cancel();
            }
        }
    }
}
