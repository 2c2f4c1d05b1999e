package dev.surveyor.query.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTests {

    private static List<String> stems(List<Word> words) {
        return words.stream().map(Word::stem).toList();
    }

    @Test
    void namesAreTakenApartAndBroughtToTheirStems() {
        assertThat(stems(Words.of("Home_Town2cityNames")))
                .containsExactly("home", "town", "2", "citi", "name");
        assertThat(Words.of("Cafés")).containsExactly(new Word("cafe", "cafes"));
    }

    @Test
    void smallWordsSayNothing() {
        assertThat(Words.of("which of the")).isEmpty();
    }

    @Test
    void howRowsAreOrderedIsNotWhatIsMeant() {
        assertThat(stems(Words.ofQuestion("wines in alphabetical order, ordered by price")))
                .containsExactly("wine", "price");
        assertThat(stems(Words.ofQuestion("every order of 2020"))).containsExactly("order", "2020");
    }

    @Test
    void askingWordsAreKnown() {
        assertThat(Words.onlyAsks(Words.of("average").getFirst())).isTrue();
        assertThat(Words.onlyAsks(Words.of("wine").getFirst())).isFalse();
    }

    @Test
    void runTogetherWordsComeApartWhereBothPartsAreKnown() {
        Compounds compounds = new Compounds(Set.of("playlist", "track"));
        assertThat(stems(compounds.of(Words.of("playlisttrack").getFirst())))
                .containsExactly("playlisttrack", "playlist", "track");
        assertThat(compounds.of(Words.of("playlists").getFirst())).hasSize(1);
    }
}
