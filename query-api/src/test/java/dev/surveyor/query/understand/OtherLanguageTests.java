package dev.surveyor.query.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherLanguageTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wie viele Bestellungen gibt es?",
                "Combien de clients sont dans la ville?",
                "¿Cuántos pedidos hay en Madrid?",
                "Quanti ordini sono per la città?",
                "Hoeveel klanten zijn er in het systeem?",
                "注文はいくつありますか",
                "Сколько заказов в мае?"
            })
    void otherLanguagesAreTold(String question) {
        assertThat(OtherLanguage.is(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How many orders are there?",
                "Which customers live in Den Haag or El Paso?",
                "orders of La Casa del Sol in May",
                "Sum of totals per region",
                "top 5 products by revenue",
                "How many orders came via Ebay Kleinanzeigen?",
                "average est_value by dept",
                "orders la casa del sol, el paso, los angeles of May",
                "sales per region per month",
                "orders per van per os, met targets only"
            })
    void englishIsNot(String question) {
        assertThat(OtherLanguage.is(question)).isFalse();
    }
}
