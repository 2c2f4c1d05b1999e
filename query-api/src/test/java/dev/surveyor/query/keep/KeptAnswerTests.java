package dev.surveyor.query.keep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.AnswerStep;
import dev.surveyor.query.Chart;
import dev.surveyor.query.Evidence;
import dev.surveyor.query.Evidence.Agreement;
import dev.surveyor.query.Evidence.LinkedValue;
import dev.surveyor.query.Observation;
import dev.surveyor.query.Observation.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptAnswerTests {

    private static final Personal NAME = new Personal(Set.of(0), Set.of("public.customers.name"));

    /** Class files do not say of compact constructors what may be null within lists. */
    @SuppressWarnings("NullAway")
    private static Answer answer(
            String response, String sql, List<List<@Nullable Object>> rows, LinkedValue... linked) {
        return new Answer(
                null,
                null,
                UUID.randomUUID(),
                AnswerKind.ANSWER,
                response,
                sql,
                List.of(
                        new AnswerColumn("name", "text", TypeFamily.TEXT),
                        new AnswerColumn("sum", "numeric", TypeFamily.DECIMAL)),
                rows,
                rows.size(),
                false,
                12,
                "Those whose name is Anna Smith.",
                0.9,
                List.of(new Observation(Kind.DOMINANT_SHARE, "Anna's sum is most of all.")),
                new Chart(Chart.Kind.BAR, "name", "sum", null),
                new Evidence(
                        "planner",
                        List.of("public.customers"),
                        List.of(),
                        List.of(linked),
                        List.of("please"),
                        3,
                        Instant.parse("2026-01-02T03:04:05Z"),
                        0,
                        1,
                        Agreement.ALONE,
                        ""),
                List.of("And those of Anna Smith in May?"),
                List.of(new AnswerStep("generate", 3.5, "Anna Smith")));
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static KeptAnswer kept(Answer answer, Personal personal) {
        return KeptAnswer.of(answer, personal, 100, 65_536);
    }

    @Test
    void nothingOfAPersonalColumnIsKept() {
        Answer answer =
                answer(
                        "Anna Smith ordered most (4,711.5); anna smith, not Hannah or Bob.",
                        "SELECT name FROM customers WHERE name ILIKE '%Anna%' OR name = 'Smith'",
                        List.of(
                                row("Anna Smith", new BigDecimal("4711.5")),
                                row("Bob", 3),
                                row(null, 1)),
                        new LinkedValue("anna", "public.customers.name", "Anna Smith"),
                        new LinkedValue("Rome", "public.customers.city", "Rome"));

        KeptAnswer kept = kept(answer, NAME);

        assertThat(AnswerText.of(kept))
                .doesNotContain("Anna")
                .doesNotContain("anna s")
                .doesNotContain("Smith")
                .doesNotContain("Bob");
        assertThat(kept.masked()).isTrue();
        assertThat(kept.answer().response())
                .isEqualTo(
                        "[personal] ordered most (4,711.5); [personal], not Hannah or [personal].");
        assertThat(kept.answer().sql())
                .isEqualTo("SELECT name FROM customers WHERE name ILIKE '…' OR name = '…'");
        assertThat(kept.answer().rows())
                .containsExactly(
                        row("[personal]", new BigDecimal("4711.5")),
                        row("[personal]", 3),
                        row(null, 1));
        assertThat(kept.answer().evidence().values())
                .containsExactly(
                        new LinkedValue("[personal]", "public.customers.name", "[personal]"),
                        new LinkedValue("Rome", "public.customers.city", "Rome"));
    }

    @Test
    void numbersOfPersonalColumnsGoHoweverTheyAreSaid() {
        Answer answer =
                answer(
                        "The sum is 4,711.50, that is 4711.5 or about 4,712; not 14,711.50.",
                        "SELECT name, sum FROM customers WHERE name = 'x'",
                        List.of(row("x", new BigDecimal("4711.50"))));
        assertThat(kept(answer, new Personal(Set.of(1), Set.of())).answer().response())
                .isEqualTo(
                        "The sum is [personal], that is [personal] or about [personal]; not 14,711.50.");
    }

    @Test
    void observationsOfPersonalColumnsAreNotKept() {
        Answer answer =
                answer(
                        "Here they are.",
                        "SELECT name, sum FROM customers",
                        List.of(row("Anna", 90), row("Bob", 1), row("Carl", 2)));
        assertThat(kept(answer, new Personal(Set.of(0), Set.of())).answer().observations())
                .isEmpty();
        assertThat(kept(answer, Personal.NONE).answer().observations()).hasSize(1);
    }

    @Test
    void ofAnAnswerWithoutPersonalColumnsOnlyTheStepsAreLeftOut() {
        Answer answer = answer("Here.", "SELECT 'x'", List.of(row("Anna", 90), row("Bob", null)));
        KeptAnswer kept = kept(answer, Personal.NONE);
        assertThat(kept.answer().steps()).isEmpty();
        assertThat(kept.answer().sql()).isEqualTo("SELECT 'x'");
        assertThat(kept.answer().rows()).isEqualTo(answer.rows());
        assertThat(kept.rowsLeftOut()).isZero();
        assertThat(kept.masked()).isFalse();
    }

    @Test
    void rowsAreKeptUpToABound() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            rows.add(row("name " + i, i));
        }
        KeptAnswer kept = kept(answer("Here.", "SELECT 1", rows), Personal.NONE);
        assertThat(kept.answer().rows()).hasSize(100);
        assertThat(kept.rowsLeftOut()).isEqualTo(50);
        assertThat(kept.answer().rowCount()).isEqualTo(150);
    }

    @Test
    void bytesAreKeptUpToABound() {
        String wide = "ä".repeat(10_000);
        List<List<@Nullable Object>> rows =
                List.of(row(wide, 1), row(wide, 2), row(wide, 3), row(wide, 4));
        KeptAnswer kept = kept(answer(wide, "SELECT 1", rows), Personal.NONE);
        assertThat(kept.answer().rows()).hasSize(3);
        assertThat(kept.rowsLeftOut()).isEqualTo(1);
        assertThat(kept.answer().response()).hasSize(8_192).endsWith("…");
    }

    @Test
    void aKeptAnswerIsReadAsItWasWritten() {
        UUID session = UUID.randomUUID();
        UUID message = UUID.randomUUID();
        KeptAnswer kept =
                kept(
                                answer(
                                        "Zero \0 and \uD83D\uDE00.",
                                        "SELECT 1",
                                        List.of(row("a\0b", new BigDecimal("0.10")), row(null, 7))),
                                Personal.NONE)
                        .in(session, message);
        assertThat(AnswerText.answer(AnswerText.of(kept))).isEqualTo(kept);
        assertThat(kept.answer().sessionId()).isEqualTo(session);
        assertThat(kept.answer().messageId()).isEqualTo(message);
    }

    @Test
    void anAnswerOfAnEarlierVersionIsRead() {
        KeptAnswer kept =
                AnswerText.answer(
                        """
                        {"answer": {"runId": "00000000-0000-0000-0000-000000000001", "kind": "FAILURE",
                          "response": "No.", "sql": "", "explanation": "", "evidence": {"engine": ""},
                          "gone": {"x": 1}}}
                        """);
        assertThat(kept.answer().response()).isEqualTo("No.");
        assertThat(kept.answer().rows()).isEmpty();
        assertThat(kept.answer().evidence().tables()).isEmpty();
    }
}
