package dev.surveyor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTests {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(new Samples(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
        assertThat(new Samples(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5);
    }

    @Test
    void ratiosAreTakenPairByPair() {
        assertThat(new Samples(List.of(2.0, 30.0)).over(new Samples(List.of(1.0, 10.0))).values())
                .containsExactly(2.0, 3.0);
    }

    @Test
    void nothingMeasuredIsNoSample() {
        assertThatThrownBy(() -> new Samples(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPercentileIsOneOfTheValues() {
        Samples samples = new Samples(List.of(4.0, 1.0, 3.0, 2.0));
        assertThat(samples.percentile(50)).isEqualTo(2);
        assertThat(samples.percentile(95)).isEqualTo(4);
        assertThat(samples.percentile(0)).isEqualTo(1);
    }
}
