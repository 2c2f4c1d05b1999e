package dev.surveyor.eval.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void namesAreSplitAtCaseUnderscoresAndDigits() {
        assertThat(Words.of("firstName_of2ndHTTPServer"))
                .containsExactly("first", "name", "2", "nd", "http", "server");
        assertThat(Words.of("Größe Überfluss")).containsExactly("größe", "überflus");
    }

    @Test
    void smallWordsAndThePluralsSAreDropped() {
        assertThat(Words.of("List the names of all Pets, and is IT a bus?"))
                .containsExactly("list", "name", "all", "pet", "it", "bus");
    }

    @Test
    void whatHoldsNoLetterHoldsNoWord() {
        assertThat(Words.of(" _-?! ")).isEmpty();
        assertThat(Words.of("")).isEmpty();
    }
}
