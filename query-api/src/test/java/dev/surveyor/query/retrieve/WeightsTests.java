package dev.surveyor.query.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class WeightsTests {

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Weights fitted = Weights.fitted();
        assertThat(Weights.read(new StringReader(fitted.lines()))).isEqualTo(fitted);
    }

    @Test
    void everyFeatureWasFitted() {
        Weights fitted = Weights.fitted();
        assertThat(ConnectionFeature.values())
                .allSatisfy(feature -> assertThat(fitted.of(feature)).isNotZero());
        assertThat(TableFeature.values())
                .allSatisfy(feature -> assertThat(fitted.of(feature)).isNotZero());
    }
}
