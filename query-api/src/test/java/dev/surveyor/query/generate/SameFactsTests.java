package dev.surveyor.query.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameFactsTests {

    private static final String OURS = "Revenue rose from 1,200 in May 2024 to 1,500 in June 2024.";

    @Test
    void otherWordsMaySayTheSame() {
        assertThat(
                        SameFacts.same(
                                OURS,
                                "From May 2024 to June 2024 revenue climbed, from 1,200 to 1,500."))
                .isFalse();
        assertThat(
                        SameFacts.same(
                                OURS,
                                "Between May 2024 and June 2024 revenue grew from 1,200 to 1,500."))
                .isFalse();
        assertThat(
                        SameFacts.same(
                                "Sales in Rome rose from 3 to 9.",
                                "The sales of Rome grew from 3 to 9."))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Revenue rose from 1,200 in May 2024 to 1,600 in June 2024.",
                "Revenue fell from 1,200 in May 2024 to 1,500 in June 2024.",
                "Revenue rose from 1,200 in May 2024 to 1,500 in July 2024.",
                "Revenue never rose from 1,200 in May 2024 to 1,500 in June 2024.",
                "Revenue doubled: it rose from 1,200 in May 2024 to 1,500 in June 2024.",
                "Revenue rose from 1,200 in May 2024 to 1,500 in June 2024, thanks to Anna.",
                "Revenue rose.",
                ""
            })
    void whatSaysMoreOrLessDoesNot(String theirs) {
        assertThat(SameFacts.same(OURS, theirs)).isFalse();
    }
}
