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
    void whoSignedIsAPersonWhereNamesStandThere() {
        assertThat(text("shipments", "signed_by", "Jansen", "Ann O'Neill", "N/A").personal())
                .isNotNull();
        assertThat(text("documents", "approved_by", "ajansen", "admin", "root").personal())
                .isNull();
        assertThat(text("GiftCard", "Recipient Name", "Ann Jansen", "Bo").personal()).isNotNull();
        assertThat(text("addresses", "addressee", "c/o Jansen", "Nord & Co.").personal())
                .isNotNull();
    }

    @Test
    void partsOfANameAreNamesEvenWhereTheirColumnsAreShort() {
        assertThat(text("t_kndst", "nm1", "JANSEN", "O'NEILL").personal()).isNotNull();
        assertThat(text("t_art", "nm1", "K-100/7", "M8 x 20").personal()).isNull();
    }

    @Test
    void streetsAndHousesArePersonal() {
        assertThat(text("addresses", "street", "Lindenweg", "Mill Road", "rue du Port").type())
                .isEqualTo(SemanticType.POSTAL_ADDRESS);
        assertThat(text("addresses", "house_no", "12", "7 b", "104").personal()).isNotNull();
        assertThat(text("t", "strs", "LINDENWEG 12", "MILL ROAD 7 b").personal()).isNotNull();
        assertThat(text("t", "strs", "high", "low", "burnout").personal()).isNull();
        assertThat(text("warehouses", "house_code", "12", "7").personal()).isNull();
    }

    @Test
    void postalCodesArePersonalWhereAddressesOrPersonsAre() {
        assertThat(text("addresses", "postal_code", "10115", "SW1A 1AA").personal()).isNotNull();
        Meaning ofTowns = text("cities", "postal_code", "10115", "80331");
        assertThat(ofTowns.type()).isEqualTo(SemanticType.POSTAL_CODE);
        assertThat(ofTowns.personal()).isNull();
    }

    @Test
    void whatSomebodyEarnsIsPersonalAndWhatAPlacePaysIsNot() {
        assertThat(number("employees", "salary", "52000.00", "61000.00").personal()).isNotNull();
        assertThat(number("jobs", "salary", "52000.00").personal()).isNull();
        assertThat(number("grades", "min_salary", "52000.00").personal()).isNull();
        assertThat(number("orders", "total", "52.10").personal()).isNull();
    }

    @Test
    void remarksAboutPersonsArePersonal() {
        assertThat(text("customers", "notes", "Rings twice", "unknown").personal()).isNotNull();
        assertThat(text("orders", "notes", "Rings twice", "unknown").personal()).isNull();
        assertThat(text("customer_orders", "remark", "Rings twice").personal()).isNull();
    }

    @Test
    void theLastDigitsOfACardArePersonal() {
        assertThat(text("payments", "card_last4", "1234", "0099").personal()).isNotNull();
        assertThat(text("payments", "last_card_year", "12 of 2024", "11 of 2023").personal())
                .isNull();
    }

    @Test
    void datesOfBirthMayBeWrittenTogetherAndPartlyMissing() {
        assertThat(text("t", "geb_dt", "19700131", "19881230", "00000000").type())
                .isEqualTo(SemanticType.BIRTH_DATE);
        assertThat(text("t", "geb_nr", "00012345", "00099999").personal()).isNull();
    }

    @Test
    void whatHoldsAMailAddressAmongOtherPartsIsPersonal() {
        assertThat(
                        of(
                                        TypeFamily.COMPOSITE,
                                        "suppliers",
                                        "contact",
                                        "(\"Ann Li\",ann@example.com,0)",
                                        "(Bo,bo@example.org,1)")
                                .personal())
                .isNotNull();
        assertThat(of(TypeFamily.COMPOSITE, "parts", "size", "(1,2)", "(3,4)").personal()).isNull();
    }

    private static Meaning number(String table, String column, String... values) {
        return of(TypeFamily.DECIMAL, table, column, values);
    }

    private static Meaning of(TypeFamily family, String table, String column, String... values) {
        return Meanings.of(new Evidence(table, column, family, List.of(values), Double.NaN, false));
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
