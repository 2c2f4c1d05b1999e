package dev.surveyor.eval.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Schema;
import dev.surveyor.eval.TableFinder.Found;
import dev.surveyor.eval.TableFinder.Searched;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WordsFinderTests {

    private static final Searched SHOP =
            database(
                    "shop",
                    table("Orders", "OrderId", "customer_id", "total"),
                    table("customers", "id", "Town"));

    private static final Searched ZOO =
            database("zoo", table("animal", "name", "weight"), table("cage", "id", "town"));

    private static Searched database(String name, Schema.Table... tables) {
        return new Searched(name, new Schema(List.of(tables), List.of()), null);
    }

    private static Schema.Table table(String name, String... columns) {
        return new Schema.Table(
                name,
                "",
                Arrays.stream(columns)
                        .map(column -> new Schema.Column(column, "", "text", false))
                        .toList());
    }

    private static List<String> found(String wording, int tablesMax) {
        return new WordsFinder(List.of(SHOP, ZOO))
                .find(wording, tablesMax).stream()
                        .map(found -> found.database() + "." + found.table())
                        .toList();
    }

    @Test
    void theTableWithMostOfTheWordsComesFirst() {
        assertThat(found("Which customers ordered what?", 15))
                .containsExactly("shop.customers", "shop.Orders");
        assertThat(found("orders of customers", 15))
                .containsExactly("shop.Orders", "shop.customers");
        assertThat(found("animals in the zoo", 15)).containsExactly("zoo.animal", "zoo.cage");
    }

    @Test
    void noMoreAreFoundThanWereAskedFor() {
        assertThat(found("towns", 15)).hasSize(2);
        assertThat(found("towns", 1)).hasSize(1);
    }

    @Test
    void equalScoresKeepTheOrderOfTheDatabases() {
        assertThat(found("shop", 15)).hasSize(2);
        Searched twin = database("a", table("x", "kind"), table("y", "kind"));
        assertThat(new WordsFinder(List.of(twin)).find("kinds", 15))
                .extracting(Found::table)
                .containsExactly("x", "y");
    }

    @Test
    void wordsThatNoNameHoldsFindNothing() {
        assertThat(found("weather tomorrow", 15)).isEmpty();
        assertThat(new WordsFinder(List.of()).find("towns", 15)).isEmpty();
    }

    /** Two documents of two words, one with the word: idf = ln(1 + 1.5/1.5), frequency part 1. */
    @Test
    void theScoreIsThatOfTheFormula() {
        Searched two = database("db", table("pear"), table("apple"));
        assertThat(new WordsFinder(List.of(two)).find("apples", 15).getFirst().score())
                .isCloseTo(Math.log(2), Offset.offset(1e-12));
    }

    @Test
    void itTakesNoOptions() {
        assertThatThrownBy(() -> new WordsProvider().open(List.of(), Map.of("k1", "2")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("--set gives k1");
    }
}
