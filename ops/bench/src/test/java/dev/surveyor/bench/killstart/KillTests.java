package dev.surveyor.bench.killstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KillTests {

    @Test
    void theSameSeedKillsAtTheSameMoments() {
        assertThat(Kill.schedule(50, 7)).isEqualTo(Kill.schedule(50, 7));
        assertThat(Kill.schedule(50, 7)).isNotEqualTo(Kill.schedule(50, 8));
    }

    @Test
    void aLongerRunBeginsLikeAShorterOne() {
        assertThat(Kill.schedule(50, 7)).startsWith(Kill.schedule(20, 7).toArray(Kill[]::new));
    }

    @Test
    void allKindsComeUpOnEitherFolderInEightRuns() {
        List<Kill> kills = Kill.schedule(8, 1);
        for (Reach reach : Reach.values()) {
            assertThat(kills)
                    .filteredOn(kill -> kill.reach() == reach)
                    .extracting(Kill::newFolder)
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void momentsCoverTheStartAndABitMore() {
        assertThat(Kill.schedule(1000, 3))
                .allSatisfy(kill -> assertThat(kill.moment()).isBetween(0.0, Kill.MOMENT_MAX))
                .anySatisfy(kill -> assertThat(kill.moment()).isLessThan(0.1))
                .anySatisfy(kill -> assertThat(kill.moment()).isGreaterThan(1.1));
    }

    @Test
    void theFirstRunHasNoDataToFind() {
        assertThat(Kill.schedule(1, 5).getFirst().newFolder()).isTrue();
    }
}
