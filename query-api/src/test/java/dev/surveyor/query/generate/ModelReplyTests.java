package dev.surveyor.query.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReplyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All pets.\n```sql\nSELECT 1\n```",
                "All pets.\n```SQL\nSELECT 1\n```\nThat is it.",
                "All pets.\n```\nSELECT 1\n```",
                "All pets.\n```sql\nSELECT 1"
            })
    void theFirstBlockIsTheStatementAndWhatStandsBeforeItTheExplanation(String text) {
        assertThat(ModelReply.of(text)).isEqualTo(new ModelReply.Sql("All pets.", "SELECT 1"));
    }

    @Test
    void aBareStatementIsOneToo() {
        assertThat(ModelReply.of("  with a as (select 1) select * from a"))
                .isInstanceOf(ModelReply.Sql.class);
    }

    @Test
    void askingBackHasChoices() {
        assertThat(ModelReply.of("ASK: Which date?\n- ordered\n2) shipped\nor so"))
                .isEqualTo(new ModelReply.Ask("Which date?", List.of("ordered", "shipped")));
    }

    @Test
    void decliningHasAReason() {
        assertThat(ModelReply.of("CANNOT: no weather here"))
                .isEqualTo(new ModelReply.Cannot("no weather here"));
    }

    @Test
    void anythingElseIsNothing() {
        assertThat(ModelReply.of("I am a large language model."))
                .isInstanceOf(ModelReply.Other.class);
        assertThat(ModelReply.of("")).isInstanceOf(ModelReply.Other.class);
    }

    @Test
    void wordsAreWordsOnly() {
        assertThat(
                        ModelReply.plain(
                                "a ![x](http://e.example/?q=1) b [here](javascript:alert(1)) c <script>d</script> https://e.example"))
                .doesNotContain("http", "javascript", "<", "](");
        assertThat(ModelReply.plain("x".repeat(2_000)).length()).isLessThan(700);
    }
}
