package dev.surveyor.query.session;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Cursor;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Right;
import dev.surveyor.query.session.SqlHistory.PastStatement;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which SQL ran through a connection: one's own, or everybody's for who owns it. */
@RestController
@RequestMapping("/api/v1/connections/{id}/sql-history")
class SqlHistoryController {

    record PastStatements(List<PastStatement> items, @Nullable String next) {}

    private final Connections connections;
    private final SqlHistory history;

    SqlHistoryController(Connections connections, SqlHistory history) {
        this.connections = connections;
        this.history = history;
    }

    /** The newest first. */
    @GetMapping
    @Needs(Permission.ASK)
    PastStatements statements(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Size(max = 200) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        boolean owns = connections.require(id, caller, Right.CHAT).right() == Right.OWNER;
        List<PastStatement> page =
                history.page(
                        id,
                        owns ? null : caller.id(),
                        after == null ? Long.MAX_VALUE : Cursor.readNumber(after),
                        limit);
        return new PastStatements(
                page,
                page.size() < limit ? null : Cursor.write(Long.toString(page.getLast().id())));
    }
}
