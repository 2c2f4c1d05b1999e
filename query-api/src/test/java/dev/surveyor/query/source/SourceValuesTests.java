package dev.surveyor.query.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.GuardedRun;
import dev.surveyor.sources.ReadResult;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceValuesTests {

    private static final TableName CLIENTS = new TableName("main", "clients");

    private final List<String> asked = new ArrayList<>();

    /** Answers each statement with one value, or refuses it where there is none. */
    private SourceValues holding(@Nullable String value) {
        AnswerSource source =
                new AnswerSource() {
                    @Override
                    public GuardedRun run(String sql, RowSink rows, Cancellation cancellation) {
                        asked.add(sql);
                        if (value == null) {
                            return new GuardedRun.Refused(
                                    new Refusal(GuardRule.NOT_UNDERSTOOD, "Not yours to read.", 0));
                        }
                        rows.columns(List.of(new ResultColumn("name", "text", TypeFamily.TEXT)));
                        rows.row(List.of(new Cell(Cell.Kind.TEXT, value, false)));
                        return new GuardedRun.Ran(
                                new Verdict.Accepted(sql, sql, Set.of()),
                                new ReadResult(
                                        1, value.length(), ReadResult.Ending.ALL, Duration.ZERO));
                    }

                    @Override
                    public Verdict check(String sql, Cancellation cancellation) {
                        return new Verdict.Accepted(sql, sql, Set.of());
                    }
                };
        return new SourceValues(source, Sources.dialect("postgresql"), new Cancellation());
    }

    @Test
    void aValueIsGivenAsItsColumnHoldsIt() {
        assertThat(holding("O'Hara").held(CLIENTS, "name", "o'hara")).contains("O'Hara");
        assertThat(asked)
                .containsExactly(
                        "SELECT \"name\" FROM \"main\".\"clients\""
                                + " WHERE lower(\"name\") = 'o''hara' LIMIT 1");
    }

    @Test
    void whatMayNotBeReadIsNotFound() {
        assertThat(holding(null).held(CLIENTS, "name", "Meyer")).isEmpty();
    }

    @Test
    void aMaskIsNoValue() {
        assertThat(holding("M***").held(CLIENTS, "name", "Meyer")).isEmpty();
    }
}
