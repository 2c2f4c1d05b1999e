package dev.surveyor.embeddings.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void namesComeApartWhereTheyChangeCaseAndAtSigns() {
        assertThat(Words.of("customerOrders2024 CUSTOMER_ID HTTPServer"))
                .containsExactly("custom", "order", "2024", "custom", "id", "http", "server");
    }

    @Test
    void wordsThatSayNothingAreLeftOut() {
        assertThat(Words.of("What is the list of all the singers?")).containsExactly("singer");
    }

    @Test
    void accentsAndEndingsDoNotMatter() {
        assertThat(Words.of("Reykjavík")).isEqualTo(Words.of("REYKJAVIK"));
        assertThat(Words.of("salaries")).isEqualTo(Words.of("salary"));
    }
}
