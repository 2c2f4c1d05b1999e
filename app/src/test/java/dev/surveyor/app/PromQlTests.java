package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.app.PromQl.LabelMatcher;
import dev.surveyor.app.PromQl.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromQlTests {

    @Test
    void namesMatchersAndGroupingsAreFoundAndFunctionsAndOperatorsAreNot() {
        PromQl read =
                PromQl.read(
                        """
                        histogram_quantile(0.95, sum by (le, pool) (rate(a_bucket{x="1",y=~"b|c"}[5m])))
                          > 4 * (sum(increase(b:total[1d] offset 1h)) / 24 or vector(0))
                          and on (instance) max without (job) (c_max)
                        """);
        assertThat(read.selectors())
                .containsExactly(
                        new Selector(
                                "a_bucket",
                                List.of(
                                        new LabelMatcher("x", "=", "1"),
                                        new LabelMatcher("y", "=~", "b|c"))),
                        new Selector("b:total", List.of()),
                        new Selector("c_max", List.of()));
        assertThat(read.grouped()).containsExactlyInAnyOrder("le", "pool", "instance");
    }

    @Test
    void matchersMeanWhatPrometheusMeans() {
        assertThat(new LabelMatcher("x", "=~", "a|b").holds("a")).isTrue();
        assertThat(new LabelMatcher("x", "=~", "a|b").holds("ab")).isFalse();
        assertThat(new LabelMatcher("x", "!~", "a.*").holds("ab")).isFalse();
        assertThat(new LabelMatcher("x", "!=", "a").holds("b")).isTrue();
    }
}
