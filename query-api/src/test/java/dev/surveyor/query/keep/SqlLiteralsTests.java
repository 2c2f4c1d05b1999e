package dev.surveyor.query.keep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlLiteralsTests {

    private static String blanked(String sql) {
        return SqlLiterals.of(sql).blanked();
    }

    @Test
    void textsAreBlankedAndNamesStay() {
        SqlLiterals literals =
                SqlLiterals.of("SELECT \"it's\" FROM t WHERE name = 'O''Hara' AND n > 3 LIMIT $1");
        assertThat(literals.blanked())
                .isEqualTo("SELECT \"it's\" FROM t WHERE name = '…' AND n > 3 LIMIT $1");
        assertThat(literals.texts()).containsExactly("O'Hara");
    }

    @Test
    void everyFormOfATextIsOne() {
        assertThat(blanked("a = E'it\\'s' OR b = e'\\\\' OR c = 'x'"))
                .isEqualTo("a = E'…' OR b = e'…' OR c = '…'");
        assertThat(blanked("a = $$it's$$ OR b = $x$ $$ ' $x$ OR c = 'x'"))
                .isEqualTo("a = '…' OR b = '…' OR c = '…'");
        assertThat(blanked("name'x' = U&'\\0041' AND B'1' = X'ff'"))
                .isEqualTo("name'…' = U&'…' AND B'…' = X'…'");
    }

    @Test
    void aBackslashOfAPlainTextHidesNoQuote() {
        assertThat(blanked("a = '\\' AND b = 'secret'")).isEqualTo("a = '…' AND b = '…'");
        assertThat(blanked("name='\\' AND b = 'secret'")).isEqualTo("name='…' AND b = '…'");
    }

    @Test
    void commentsGoWithWhatTheySay() {
        assertThat(blanked("SELECT 1 -- it's Anna\n, 'b' /* a /* nested' */ b' */ , 'c'"))
                .isEqualTo("SELECT 1 \n, '…'   , '…'");
    }

    @Test
    void whatIsNotClosedGoesOnToTheEnd() {
        assertThat(blanked("a = 'Anna")).isEqualTo("a = '…'");
        assertThat(blanked("a = $$Anna")).isEqualTo("a = '…'");
        assertThat(blanked("a /* Anna")).isEqualTo("a  ");
        assertThat(blanked("a = E'Anna\\")).isEqualTo("a = E'…'");
        assertThat(blanked("'")).isEqualTo("'…'");
        assertThat(blanked("$")).isEqualTo("$");
    }

    @Test
    void longTextsAreNoTrouble() {
        String text = "''".repeat(30_000);
        assertThat(blanked("a = '" + text + "'")).isEqualTo("a = '…'");
    }
}
