package dev.surveyor.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTests {

    private long now;
    private final Circuit circuit = new Circuit(() -> now);

    @Test
    void aFewFailuresInARowStopTheCallsForAWhile() {
        circuit.failed();
        circuit.failed();
        assertThat(circuit.allows()).isTrue();
        circuit.failed();
        assertThat(circuit.allows()).isFalse();
        now += Duration.ofSeconds(2).toNanos();
        assertThat(circuit.allows()).as("one tries").isTrue();
        assertThat(circuit.allows()).as("the others wait").isFalse();
        circuit.succeeded();
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void inVainTheWhileDoublesUpToAMinute() {
        for (int i = 0; i < 30; i++) {
            circuit.failed();
        }
        now += Duration.ofSeconds(59).toNanos();
        assertThat(circuit.allows()).isFalse();
        now += Duration.ofSeconds(1).toNanos();
        assertThat(circuit.allows()).isTrue();
    }
}
