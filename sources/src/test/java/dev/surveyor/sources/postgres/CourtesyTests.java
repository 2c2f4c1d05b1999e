package dev.surveyor.sources.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceWork;
import dev.surveyor.sources.SqlWork;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CourtesyTests {

    private static final long QUICK = Duration.ofMillis(2).toNanos();
    private static final long SLOW = Duration.ofMillis(900).toNanos();

    private final Courtesy courtesy = new Courtesy(new CancelledWork());

    @Test
    void aSourceAtRestIsNotWaitedFor() {
        courtesy.probed(QUICK, 1);
        courtesy.probed(2 * QUICK, 1);
        courtesy.stepBack();
        assertThat(courtesy.pause()).isZero();
    }

    @Test
    void aSourceThatIsAlwaysSlowIsNotBusy() {
        courtesy.probed(SLOW, 1);
        courtesy.probed(SLOW, 1);
        assertThat(courtesy.pause()).isZero();
    }

    @Test
    void aBusySourceIsLeftAloneLongerEachTimeAndNotForever() {
        courtesy.probed(QUICK, 1);
        courtesy.probed(SLOW, 1);
        Duration first = courtesy.pause();
        courtesy.probed(SLOW, 1);
        assertThat(first).isPositive();
        assertThat(courtesy.pause()).isEqualTo(first.multipliedBy(2));
        for (int i = 0; i < 20; i++) {
            courtesy.probed(SLOW, 1);
        }
        assertThat(courtesy.pause()).isEqualTo(Duration.ofSeconds(5));
        courtesy.probed(QUICK, 1);
        assertThat(courtesy.pause()).isZero();
    }

    @Test
    void aCancelEndsTheWaiting() {
        courtesy.probed(QUICK, 1);
        courtesy.probed(SLOW, 1);
        assertThatThrownBy(courtesy::stepBack)
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo(Code.CANCELLED));
    }

    /** A session that was cancelled. */
    private static final class CancelledWork implements SourceWork {

        @Override
        public SessionLimits limits() {
            return SessionLimits.standard();
        }

        @Override
        public <T extends @org.jspecify.annotations.Nullable Object> T transaction(
                Duration timeMax, SqlWork<T> work) {
            throw new IllegalStateException("nothing is read here");
        }

        @Override
        public void checkCancelled() {
            throw new SourceException(Code.CANCELLED, false, "It was cancelled.", null);
        }
    }
}
