package dev.surveyor.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeatTests {

    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicInteger beats = new AtomicInteger();
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Holds its first beat until it is told to go on, and breaks in every one. */
    private final class Stubborn extends Beat {

        Stubborn(Duration every) {
            super("stubborn", every, every);
        }

        @Override
        protected void beat() {
            beats.incrementAndGet();
            begun.release();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("broken on purpose");
        }
    }

    @AfterEach
    void letGo() {
        goOn.countDown();
    }

    private void awaitBeats(int count) throws InterruptedException {
        assertThat(begun.tryAcquire(count, 20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneThatBrokeComesRoundAgain() throws InterruptedException {
        Beat beat = new Stubborn(Duration.ofMillis(1));
        goOn.countDown();
        beat.start();
        awaitBeats(3);
        beat.stop();
    }

    @Test
    void howeverOftenItIsAskedWhileItBeatsOneMoreFollows() throws InterruptedException {
        Beat beat = new Stubborn(NEVER);
        beat.start();
        beat.soon();
        awaitBeats(1);
        beat.soon();
        beat.soon();
        beat.soon();
        goOn.countDown();
        awaitBeats(1);
        beat.soon();
        awaitBeats(1);
        assertThat(beats).hasValue(3);
        beat.stop();
    }

    @Test
    void stoppedItIsDeafUntilItIsStartedAgain() throws InterruptedException {
        Beat beat = new Stubborn(NEVER);
        goOn.countDown();
        beat.soon();
        beat.start();
        assertThat(beat.isRunning()).isTrue();
        beat.stop();
        beat.soon();
        assertThat(beat.isRunning()).isFalse();
        assertThat(beats).hasValue(0);
        beat.start();
        beat.soon();
        awaitBeats(1);
        beat.stop();
    }
}
