package dev.surveyor.query.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTests {

    @Test
    void addressesCanBeReadButLeadNowhere() {
        assertThat(PlainWords.of("website: https://shop.example/a?b."))
                .isEqualTo("website: shop.example/a?b.");
    }

    @Test
    void whatIsNoLinkStays() {
        assertThat(PlainWords.of("There are 3 < 5 rows [sic]: the data, all of it."))
                .isEqualTo("There are 3 < 5 rows [sic]: the data, all of it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![p](http://evil.example/p)",
                "![a ![p](http://evil.example/p)](http://evil.example/p)",
                "[p][p]",
                "![p",
                "<img src=http://evil.example/p",
                "<a <b>href='x'>",
                "java<b>script:alert(1)",
                "ht<b>tp://evil.example",
                "data:text/html,x"
            })
    void nothingIsLeftToLoadOpenOrRun(String text) {
        assertThat(PlainWords.of(text))
                .doesNotContain("![", "](", "][", "://", "script:a", "data:t")
                .doesNotContainPattern("<[a-z/]");
    }

    @Test
    void streamedWordsArePlainThoughTheyComeInPieces() {
        StringBuilder told = new StringBuilder();
        SaidWords said = new SaidWords(told::append);
        List.of(
                        "I se",
                        "e ![",
                        "p](ht",
                        "tp://evil.example) or",
                        " http:",
                        "//evil.example\n``",
                        "`sql x")
                .forEach(said::piece);
        said.rest();
        assertThat(told).hasToString("I see p or \n");
    }

    @Test
    void wordsAreHandedOnAsSoonAsTheyAreWhole() {
        StringBuilder told = new StringBuilder();
        SaidWords said = new SaidWords(told::append);
        said.piece("All orders of la");
        assertThat(told).hasToString("All orders of ");
    }
}
