package dev.surveyor.sources.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TypeFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeaningsTests {

    private static Meaning text(String table, String column, String... values) {
        double averageLength = String.join("", values).length() / (double) values.length;
        return Meanings.of(
                new Evidence(
                        table, column, TypeFamily.TEXT, List.of(values), averageLength, false));
    }

    @Test
    void mailAddressesArePersonalWhateverTheColumnIsCalled() {
        Meaning meaning = text("t", "c7", "ann@example.com", "bob.b@mail.example.org", "x@y.de");
        assertThat(meaning.type()).isEqualTo(SemanticType.EMAIL);
        assertThat(meaning.personal()).isNotNull();
    }

    @Test
    void accountNumbersAreKnownByTheirCheckDigits() {
        assertThat(text("t", "k", "DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819").type())
                .isEqualTo(SemanticType.IBAN);
        assertThat(text("t", "k", "DE88 3704 0044 0532 0130 00", "GB28NWBK60161331926819").type())
                .isNotEqualTo(SemanticType.IBAN);
    }

    @Test
    void cardNumbersAreKnownByTheirCheckDigit() {
        assertThat(text("t", "k", "4111111111111111", "5500 0000 0000 0004").type())
                .isEqualTo(SemanticType.CARD_NUMBER);
        assertThat(text("t", "k", "4111111111111112", "5500000000000005").type())
                .isNotEqualTo(SemanticType.CARD_NUMBER);
    }

    @Test
    void addressesOfTheWebAndOfHostsAreToldApart() {
        assertThat(text("t", "k", "https://example.com/a", "www.example.org").type())
                .isEqualTo(SemanticType.URL);
        assertThat(text("t", "k", "10.0.0.1", "192.168.1.250").type())
                .isEqualTo(SemanticType.IP_ADDRESS);
    }

    @Test
    void countriesAndCurrenciesAreKnownByCodeOrName() {
        assertThat(text("t", "origin", "Germany", "France", "Japan").type())
                .isEqualTo(SemanticType.COUNTRY);
        assertThat(text("t", "country_code", "DE", "FR", "JP").type())
                .isEqualTo(SemanticType.COUNTRY);
        assertThat(text("t", "k", "EUR", "USD", "JPY").type()).isEqualTo(SemanticType.CURRENCY);
    }

    @Test
    void namesOfPersonsNeedAWordThatSaysSo() {
        assertThat(text("customers", "last_name", "Jansen", "O'Neill").personal()).isNotNull();
        assertThat(text("products", "name", "Lamp", "Chair").personal()).isNull();
    }

    @Test
    void sentencesAreFreeText() {
        assertThat(
                        text("t", "k", "It came too late and was broken", "All of it is very good")
                                .type())
                .isEqualTo(SemanticType.FREE_TEXT);
    }

    @Test
    void reasonsHoldNoValues() {
        Meaning meaning = text("t", "mail", "ann@example.com", "bob@example.com");
        assertThat(meaning.personal()).isNotNull();
        assertThat(String.valueOf(meaning.personal())).doesNotContain("example.com");
    }
}
