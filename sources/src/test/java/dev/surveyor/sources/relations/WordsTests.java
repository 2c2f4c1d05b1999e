package dev.surveyor.sources.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @ParameterizedTest
    @CsvSource({
        "customer, customers",
        "category, categories",
        "movie, movies",
        "warehouse, warehouses",
        "status, statuses",
        "address, addresses",
        "branch, branches",
        "box, boxes",
        "bus, buses",
        "clause, clauses"
    })
    void oneAndManyAreTheSameWord(String one, String many) {
        assertThat(Words.of(many)).isEqualTo(Words.of(one));
    }

    @ParameterizedTest
    @CsvSource({
        "OrderLineID, order line id",
        "order_line_id, order line id",
        "HTTPServer, http server",
        "a1-b2, a1 b2"
    })
    void namesAreSplitWhereWordsBegin(String name, String words) {
        assertThat(Words.of(name)).isEqualTo(List.of(words.split(" ", -1)));
    }
}
