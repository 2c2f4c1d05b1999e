package dev.surveyor.query.byhand;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Connections.Usable;
import dev.surveyor.connections.Right;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.QueryException;
import dev.surveyor.query.QueryException.Code;
import dev.surveyor.query.session.SqlHistory;
import dev.surveyor.query.session.SqlRun;
import dev.surveyor.query.session.SqlRun.Outcome;
import dev.surveyor.query.source.AskerSources;
import dev.surveyor.query.source.RowCollector;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardedRun;
import dev.surveyor.sources.ReadResult.Ending;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.SourceException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements that people write, through the same guard as everybody's. */
@RestController
@RequestMapping("/api/v1/connections/{id}/sql")
class HandSqlController {

    private static final int ROWS = 100;

    /**
     * A statement.
     *
     * @param maxRows of the result; 100 where it is left out
     */
    record HandStatement(
            @NotBlank @Size(max = Guard.STATEMENT_CHARS_MAX) String sql,
            @Nullable @Min(1) @Max(10_000) Integer maxRows) {}

    /**
     * What it gave.
     *
     * @param sql as it ran
     * @param truncated whether there are more rows
     */
    record HandRows(
            String sql,
            List<AnswerColumn> columns,
            List<List<@Nullable Object>> rows,
            int rowCount,
            boolean truncated,
            long executionTimeMs) {}

    private final Connections connections;
    private final AskerSources sources;
    private final SqlHistory history;

    HandSqlController(Connections connections, AskerSources sources, SqlHistory history) {
        this.connections = connections;
        this.sources = sources;
        this.history = history;
    }

    @PostMapping
    @Needs(Permission.ASK)
    HandRows run(
            @PathVariable UUID id, @Valid @RequestBody HandStatement statement, Caller caller) {
        Usable usable = connections.require(id, caller, Right.VIEW);
        Integer wanted = statement.maxRows();
        RowCollector rows = new RowCollector(wanted == null ? ROWS : wanted);
        try {
            return switch (sources.ofNow(usable).run(statement.sql(), rows, new Cancellation())) {
                case GuardedRun.Refused(Refusal refusal) -> {
                    note(id, caller, statement.sql(), Outcome.REFUSED, 0, 0);
                    throw refused(refusal);
                }
                case GuardedRun.Ran(var accepted, var result) -> {
                    long ms = result.took().toMillis();
                    note(id, caller, accepted.sql(), Outcome.COMPLETED, rows.rows().size(), ms);
                    yield new HandRows(
                            accepted.sql(),
                            rows.columns(),
                            rows.rows(),
                            rows.rows().size(),
                            rows.more() || result.ending() != Ending.ALL,
                            ms);
                }
            };
        } catch (SourceException e) {
            note(id, caller, statement.sql(), Outcome.FAILED, 0, 0);
            throw failed(e);
        }
    }

    /** Which columns are personal is not known here: its texts are never kept. */
    private void note(
            UUID connection, Caller caller, String sql, Outcome outcome, long rows, long ms) {
        history.note(
                new SqlRun(connection, caller.id(), sql, SqlRun.BY_HAND, outcome, rows, ms, true));
    }

    private static QueryException refused(Refusal refusal) {
        Map<String, String> extras = new HashMap<>();
        extras.put("rule", refusal.rule().id());
        extras.put("allowed", refusal.allowed());
        if (refusal.position() >= 0) {
            extras.put("position", Integer.toString(refusal.position()));
        }
        return new QueryException(Code.STATEMENT_REFUSED, refusal.sentence(), extras);
    }

    private static QueryException failed(SourceException e) {
        return switch (e.code()) {
            case BAD_SQL,
                    DENIED,
                    UNKNOWN_OBJECT,
                    NOT_READ_ONLY,
                    FAILED,
                    TIMED_OUT,
                    CANCELLED,
                    LOCKED ->
                    new QueryException(Code.STATEMENT_FAILED, String.valueOf(e.getMessage()));
            case BAD_ADDRESS, UNREACHABLE, REFUSED, UNSUPPORTED, CONNECTION_LOST, OVERLOADED ->
                    new QueryException(Code.SOURCE_UNAVAILABLE, String.valueOf(e.getMessage()));
        };
    }
}
