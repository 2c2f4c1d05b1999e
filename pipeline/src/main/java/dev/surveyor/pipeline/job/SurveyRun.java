package dev.surveyor.pipeline.job;

import dev.surveyor.connections.Connection;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.LeaseLostException;
import dev.surveyor.sources.SourceSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A survey that this process works on: what it knows, and whether it may go on. */
public final class SurveyRun {

    private final Survey survey;
    private final Connection connection;
    private final boolean served;
    private final Lease lease;
    private final Clock clock;
    private final long began = System.nanoTime();
    private final CountDownLatch halting = new CountDownLatch(1);
    private final Set<SourceSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile long heldUntil;
    private volatile @Nullable Halt halt;
    private volatile @Nullable Plan plan;
    private volatile @Nullable Throwable failure;
    private volatile String reported = "";
    private volatile boolean again;

    /**
     * @param served whether an edition is in service while it works
     */
    public SurveyRun(
            Survey survey,
            Connection connection,
            boolean served,
            Lease lease,
            Duration leaseLength,
            Clock clock) {
        this.survey = survey;
        this.connection = connection;
        this.served = served;
        this.lease = lease;
        this.clock = clock;
        held(leaseLength);
    }

    public Survey survey() {
        return survey;
    }

    Connection connection() {
        return connection;
    }

    public boolean served() {
        return served;
    }

    public Lease lease() {
        return lease;
    }

    public Duration worked() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The lease was just renewed. The process' own clock tells, whatever sleeps in between. */
    public void held(Duration leaseLength) {
        heldUntil = System.nanoTime() + leaseLength.toNanos();
    }

    /** Whether the lease ran out as far as we know. */
    public boolean overdue() {
        return System.nanoTime() - heldUntil >= 0;
    }

    /** Ends it soon, wherever it is; the first reason counts. */
    public synchronized void halt(Halt reason) {
        if (halt == null) {
            halt = reason;
            halting.countDown();
            sessions.forEach(SourceSession::cancel);
        }
    }

    public @Nullable Halt halted() {
        return halt;
    }

    /**
     * Nothing happens while it may go on.
     *
     * @throws HaltedException when it may not
     */
    void check() {
        Instant until = survey.until();
        if (until != null && !clock.instant().isBefore(until)) {
            halt(Halt.WINDOW);
        }
        Halt reason = halt;
        if (reason != null) {
            throw new HaltedException(reason);
        }
        if (overdue()) {
            throw new LeaseLostException();
        }
    }

    /** Waits, not longer than it may go on. */
    void rest(Duration time) {
        check();
        try {
            if (halting.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            halt(Halt.SHUTDOWN);
            check();
        }
    }

    /** Uses a session that is cancelled when the survey has to end. */
    void using(SourceSession session, Runnable work) {
        sessions.add(session);
        try {
            check();
            work.run();
        } finally {
            sessions.remove(session);
        }
        check();
    }

    void plan(Plan made) {
        plan = made;
    }

    Plan plan() {
        Plan made = plan;
        if (made == null) {
            throw new IllegalStateException("a survey is planned before it looks at tables");
        }
        return made;
    }

    /** What it failed of is mended by going through its steps again. */
    void again() {
        again = true;
    }

    /** Whether it is to go through its steps again; it then does. */
    public synchronized boolean goesAgain() {
        boolean wanted = again;
        again = false;
        if (wanted) {
            failure = null;
        }
        return wanted;
    }

    /** Whether this was not reported yet; it then was. */
    public boolean isNews(String report) {
        boolean news = !reported.equals(report);
        reported = report;
        return news;
    }

    /** The first failure says most. */
    public synchronized void failed(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    public @Nullable Throwable failure() {
        return failure;
    }
}
