package dev.surveyor.access.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.surveyor.access.AccessException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTests {

    private static final String HERE = "192.0.2.1";

    private static final class Stopped extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Stopped clock = new Stopped();
    private final LoginThrottle throttle = new LoginThrottle(true, clock);

    private long secondsToWait() {
        AccessException refused =
                catchThrowableOfType(AccessException.class, () -> throttle.require("ada", HERE));
        return refused == null
                ? 0
                : Long.parseLong(String.valueOf(refused.extras().get("retryAfterSeconds")));
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToAQuarterOfAnHour() {
        long[] waits = new long[16];
        for (int i = 0; i < waits.length; i++) {
            throttle.failed("ada", HERE);
            waits[i] = secondsToWait();
            clock.now = clock.now.plusSeconds(waits[i]);
        }
        assertThat(waits)
                .startsWith(0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
                .endsWith(512, 900, 900, 900);
    }

    @Test
    void theOwnerComesInFromElsewhereAndUnderOtherSpellingsNobodyEscapes() {
        for (int i = 0; i < 10; i++) {
            throttle.failed(i % 2 == 0 ? "ada" : "ADA", HERE);
        }
        assertThat(secondsToWait()).isPositive();
        assertThatCode(() -> throttle.require("ada", "192.0.2.2")).doesNotThrowAnyException();
        assertThatCode(() -> throttle.require("grace", HERE)).doesNotThrowAnyException();
    }

    @Test
    void aSuccessForgetsTheFailures() {
        for (int i = 0; i < 10; i++) {
            throttle.failed("ada", HERE);
        }
        throttle.succeeded("ada", HERE);
        assertThat(secondsToWait()).isZero();
    }
}
