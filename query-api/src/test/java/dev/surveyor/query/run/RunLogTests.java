package dev.surveyor.query.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunLogTests {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final RunEvent END = new RunEvent.Failed("cancelled", "It was cancelled.");
    private static final RunEvent LARGE = new RunEvent.Token("x".repeat(600_000));

    private final RunLog log = new RunLog(Duration.ofMillis(50));

    @Test
    void whoComesLateReadsFromTheBeginningOrFromWhereTheyWere() {
        log.add(new RunEvent.Token("a"));
        log.add(new RunEvent.Token("b"));
        log.add(END);
        assertThat(numbers(read(0))).containsExactly(1, 2, 3);
        assertThat(numbers(read(2))).containsExactly(3);
        assertThat(numbers(read(99))).isEmpty();
    }

    @Test
    void aReaderWaitsForWhatComes() throws Exception {
        RunReader reader = read(0);
        CompletableFuture<RunReader.Numbered> next =
                CompletableFuture.supplyAsync(() -> reader.next(Duration.ofSeconds(10)));
        log.add(new RunEvent.Token("a"));
        assertThat(next.get(10, TimeUnit.SECONDS).event()).isEqualTo(new RunEvent.Token("a"));
        reader.arrived();
        assertThat(reader.next(AT_ONCE)).isNull();
        assertThat(reader.over()).isFalse();
    }

    @Test
    void whoStaysAMegabyteBehindIsCutOffAndNobodyIsLeft() {
        RunReader slow = read(0);
        log.add(LARGE);
        log.add(LARGE);
        assertThat(log.abandoned()).isFalse();
        log.add(LARGE);
        assertThat(slow.over()).isTrue();
        assertThat(log.abandoned()).isTrue();
    }

    @Test
    void whoeverKeepsUpIsNotCutOffWithTheSlow() {
        read(0);
        RunReader quick = read(0);
        for (int i = 0; i < 3; i++) {
            log.add(LARGE);
            assertThat(quick.next(AT_ONCE)).isNotNull();
            quick.arrived();
        }
        assertThat(quick.over()).isFalse();
        assertThat(log.abandoned()).isFalse();
        assertThat(log.unread()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aLogThatNobodyReadsKnowsSinceWhen() {
        assertThat(log.unread()).isPositive();
        RunReader reader = read(0);
        assertThat(log.unread()).isEqualTo(Duration.ZERO);
        reader.close();
        assertThat(log.unread()).isPositive();
    }

    @Test
    void readersAreCounted() {
        for (int i = 0; i < 32; i++) {
            assertThat(log.read(0)).isNotNull();
        }
        assertThat(log.read(0)).isNull();
    }

    private RunReader read(int after) {
        return Objects.requireNonNull(log.read(after));
    }

    private static List<Integer> numbers(RunReader reader) {
        List<Integer> numbers = new ArrayList<>();
        for (RunReader.Numbered next = reader.next(AT_ONCE);
                next != null;
                next = reader.next(AT_ONCE)) {
            numbers.add(next.number());
            reader.arrived();
        }
        assertThat(reader.over()).isTrue();
        return numbers;
    }
}
