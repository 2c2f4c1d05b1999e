package dev.surveyor.query.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.Turn;
import dev.surveyor.query.understand.Understanding.AboutTheData;
import dev.surveyor.query.understand.Understanding.DataQuestion;
import dev.surveyor.query.understand.Understanding.Greeting;
import dev.surveyor.query.understand.Understanding.Subject;
import dev.surveyor.query.understand.Understanding.Unreadable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstanderTests {

    private static final List<Turn> BEFORE =
            List.of(new Turn("How many orders were there in 2024?", "SELECT 1", "1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi",
                "hello there!",
                "Guten Tag",
                "Thank you very much.",
                "ok, thanks",
                "What can you do?"
            })
    void politenessAsksNothing(String text) {
        assertThat(Understander.of(text, List.of())).isInstanceOf(Greeting.class);
    }

    @ParameterizedTest
    @CsvSource({
        "what tables are there?, OVERVIEW, ''",
        "Show me all tables, OVERVIEW, ''",
        "Which tables hold invoices?, TABLES_ABOUT, invoices",
        "Where are refunds stored?, TABLES_ABOUT, refunds",
        "What columns does the orders table have?, ONE_TABLE, orders",
        "describe the table sales.orders, ONE_TABLE, sales.orders",
        "How are orders and customers related?, RELATIONS, orders and customers",
    })
    void tablesAreAskedForInManyWays(String text, Subject subject, String words) {
        assertThat(Understander.of(text, List.of())).isEqualTo(new AboutTheData(subject, words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How many orders were cancelled in 2025?",
                "Which customers have the most orders?",
                "Hi, how many stores are there?",
                "describe how orders changed last year",
                "thank-you letters per month"
            })
    void whatIsInThemIsAskedForInMore(String text) {
        assertThat(Understander.of(text, List.of())).isInstanceOf(DataQuestion.class);
    }

    @Test
    void wordsOfPolitenessAreNoPartOfAQuestion() {
        assertThat(Understander.of("Could you please list all stores", List.of()))
                .isEqualTo(new DataQuestion("list all stores", false, ""));
    }

    @Test
    void onlyAShortQuestionAfterAnotherLeansOnIt() {
        assertThat(Understander.of("and in 2025?", BEFORE).kind()).isEqualTo("follow-up");
        assertThat(Understander.of("what about cancelled ones?", BEFORE).kind())
                .isEqualTo("follow-up");
        assertThat(Understander.of("and in 2025?", List.of()).kind()).isEqualTo("question");
        assertThat(Understander.of("How many stores are there in Berlin?", BEFORE).kind())
                .isEqualTo("question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%% ####", "12345 67890", "\u0001\u0002abc", "….?!"})
    void whatIsNoLanguageIsSaidToBeNone(String text) {
        assertThat(Understander.of(text, List.of())).isInstanceOf(Unreadable.class);
    }
}
