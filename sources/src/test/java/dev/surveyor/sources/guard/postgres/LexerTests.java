package dev.surveyor.sources.guard.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.surveyor.sources.guard.Refusing;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTests {

    private static List<String> texts(String sql) {
        return Lexer.tokens(sql).stream()
                .filter(token -> token.kind() != Kind.END)
                .map(Token::text)
                .toList();
    }

    @Test
    void commentsNestAndEndLinesOnly() {
        assertThat(texts("a /* b /* c */ d */ e -- f\ng")).containsExactly("a", "e", "g");
    }

    @Test
    void backslashEndsNoPlainStringButEscapesInAnEscapedOne() {
        assertThat(texts("'\\' || x")).containsExactly("\\", "||", "x");
        assertThat(texts("E'\\' /*'")).containsExactly("' /*");
    }

    @Test
    void stringsGoOnBehindALineOnly() {
        assertThat(texts("'a'\n 'b'")).containsExactly("ab");
        assertThat(texts("'a' 'b'")).containsExactly("a", "b");
    }

    @Test
    void dollarQuotesEndAtTheirOwnTag() {
        assertThat(texts("$a$ $$ ' $a$ || b")).containsExactly(" $$ ' ", "||", "b");
    }

    @Test
    void operatorsEndBeforeCommentsAndMostlyBeforeSigns() {
        assertThat(texts("1 +-2")).containsExactly("1", "+", "-", "2");
        assertThat(texts("a @- b")).containsExactly("a", "@-", "b");
        assertThat(texts("a <--b\n c")).containsExactly("a", "<", "c");
    }

    @Test
    void namesAreFoldedInAsciiAndCutAtSixtyThreeBytes() {
        assertThat(texts("ABC ÄB \"ABC\"")).containsExactly("abc", "Äb", "ABC");
        assertThat(texts("x".repeat(70))).containsExactly("x".repeat(63));
    }

    @Test
    void numbersOfAllBasesAreReadAsOne() {
        assertThat(texts("0x1F 1_000 1e3 .5 5.")).containsExactly("31", "1000", "1e3", ".5", "5.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a",
                "\"a",
                "/* a",
                "$a$ b",
                "$1",
                "{fn a()}",
                "1a",
                "E'\\u0000'",
                "\"\"",
                "U&'\\zzzz'",
                "\u0000",
                "B'2'",
                "\\d"
            })
    void whatPostgresqlCannotReadIsRefused(String sql) {
        assertThatExceptionOfType(Refusing.class).isThrownBy(() -> Lexer.tokens(sql));
    }
}
