package dev.surveyor.llm;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets so many calls in at a time; so many wait, so long; all others are told at once. */
final class Admission {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final int placesMax;
    private final int waitingMax;
    private final Duration waitMax;
    private int inside;
    private int waiting;

    Admission(int placesMax, int waitingMax, Duration waitMax) {
        this.placesMax = placesMax;
        this.waitingMax = waitingMax;
        this.waitMax = waitMax;
    }

    /** A place, given back by closing it. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    Place enter(Cancellation cancellation) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (inside >= placesMax) {
                await(cancellation);
            }
            inside++;
        } finally {
            lock.unlock();
        }
        return this::leave;
    }

    private void await(Cancellation cancellation) throws InterruptedException {
        if (waiting >= waitingMax) {
            throw busy();
        }
        waiting++;
        long nanos = waitMax.toNanos();
        try (Cancellation.Hook _ = cancellation.onCancel(this::wake)) {
            while (inside >= placesMax) {
                cancellation.check();
                if (nanos <= 0) {
                    throw busy();
                }
                nanos = freed.awaitNanos(nanos);
            }
            cancellation.check();
        } finally {
            waiting--;
            freed.signal();
        }
    }

    private void wake() {
        lock.lock();
        try {
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            inside--;
            freed.signal();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    int inside() {
        lock.lock();
        try {
            return inside;
        } finally {
            lock.unlock();
        }
    }

    private static LlmException busy() {
        return new LlmException(
                LlmException.Code.BUSY,
                true,
                "The language model has more questions than it can take: ask again in a moment, or"
                        + " let whoever runs this raise surveyor.llm.concurrency.",
                null);
    }
}
