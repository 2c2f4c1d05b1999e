package dev.surveyor.bench.killsurvey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HarmTests {

    private static final int COMMITS = 30;
    private static final int COMMITS_AGAIN = 20;

    @Test
    void aSeedDoesTheSameHarmAgain() {
        assertThat(Harm.schedule(10, COMMITS, COMMITS_AGAIN, 7))
                .isEqualTo(Harm.schedule(10, COMMITS, COMMITS_AGAIN, 7))
                .isNotEqualTo(Harm.schedule(10, COMMITS, COMMITS_AGAIN, 8));
    }

    @Test
    void fewKillsAreHalfAtCommitsAndHalfAtMoments() {
        List<Harm> harms = Harm.schedule(11, COMMITS, COMMITS_AGAIN, 7);
        assertThat(harms).hasSize(11);
        assertThat(harms).filteredOn(harm -> harm.boundary() > 0).hasSize(5);
    }

    @Test
    void sixtyAreAtMomentsBesidesTwoAtEachCommitOfBothSurveys() {
        List<Harm> harms = Harm.schedule(60, COMMITS, COMMITS_AGAIN, 7);
        assertThat(harms).filteredOn(harm -> harm.boundary() == 0).hasSize(60);
        assertThat(harms)
                .filteredOn(harm -> harm.boundary() > 0)
                .hasSize(2 * (COMMITS + COMMITS_AGAIN))
                .extracting(harm -> harm.boundary() + " " + harm.before() + " " + harm.again())
                .doesNotHaveDuplicates();
    }
}
