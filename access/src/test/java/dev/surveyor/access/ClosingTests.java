package dev.surveyor.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClosingTests {

    @Test
    void whatIsOverIsNotWaitedFor() {
        Closing closing = new Closing(Duration.ofHours(1));
        assertThat(closing.begun()).isFalse();
        assertThat(closing.await(Duration.ZERO, () -> true)).isTrue();
        assertThat(closing.begun()).isTrue();
    }

    @Test
    void whatIsNotOverIsWaitedForUntilTheCommonDeadline() {
        Closing closing = new Closing(Duration.ofMillis(30));
        assertThat(closing.await(Duration.ZERO, () -> false)).isFalse();
        assertThat(closing.await(Duration.ZERO, () -> false)).isFalse();
    }

    @Test
    void lastWordsLeaveMostOfTheTime() {
        assertThat(new Closing(Duration.ofSeconds(2)).lastWords())
                .isEqualTo(Duration.ofMillis(500));
        assertThat(new Closing(Duration.ofMinutes(2)).lastWords())
                .isEqualTo(Duration.ofMillis(1500));
    }
}
