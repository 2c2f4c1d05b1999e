package dev.surveyor.bench.killsurvey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KillTests {

    private static final int COMMITS = 30;
    private static final int COMMITS_AGAIN = 20;

    private static List<Harm> harms(int times) {
        return kills(times, 7).stream().flatMap(kill -> kill.harms().stream()).toList();
    }

    private static List<Kill> kills(int times, long seed) {
        return Kill.schedule(times, COMMITS, COMMITS_AGAIN, seed);
    }

    @Test
    void aSeedDoesTheSameHarmAgain() {
        assertThat(kills(10, 7)).isEqualTo(kills(10, 7)).isNotEqualTo(kills(10, 8));
    }

    @Test
    void fewKillsAreHalfAtCommitsAndHalfAtMoments() {
        List<Harm> harms = harms(11);
        assertThat(harms).hasSize(11);
        assertThat(harms).filteredOn(Harm::isAtCommit).hasSize(5);
    }

    @Test
    void sixtyAreAtMomentsBesidesTwoAtEachCommitOfBothSurveys() {
        assertThat(harms(60)).filteredOn(harm -> !harm.isAtCommit()).hasSize(60);
        for (boolean again : List.of(false, true)) {
            assertThat(kills(60, 7))
                    .filteredOn(kill -> kill.again() == again && kill.isAtCommits())
                    .flatExtracting(Kill::harms)
                    .hasSize(2 * (again ? COMMITS_AGAIN : COMMITS))
                    .extracting(harm -> harm.boundary() + " " + harm.before())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everySurveyHasARunOfItsOwnAndNoKillMeetsTooMany() {
        assertThat(harms(60)).extracting(Harm::run).doesNotHaveDuplicates();
        assertThat(kills(60, 7))
                .allSatisfy(kill -> assertThat(kill.harms()).hasSizeBetween(1, Kill.SURVEYS_MAX));
    }
}
