package dev.surveyor.query.byhand;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Connections.Usable;
import dev.surveyor.connections.Right;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.SourceSessions;
import dev.surveyor.query.QueryException;
import dev.surveyor.query.QueryException.Code;
import dev.surveyor.query.sight.Sighted;
import dev.surveyor.sources.SourceException;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables and columns straight from the source, as far as the asker may know of them. */
@RestController
@RequestMapping("/api/v1/connections/{id}/structure")
class StructureController {

    /** Columns are told of one table, or of few: a list of thousands names the tables only. */
    private static final int WITH_COLUMNS_MAX = 200;

    private static final int TABLES_MAX = 10_000;

    record SourceColumn(String name, String type, boolean nullable, @Nullable String comment) {}

    /**
     * A table of the source.
     *
     * @param rows as the database guesses; null: it does not
     * @param columns left empty in long lists: ask for one table
     */
    record SourceTable(
            String schema,
            String name,
            TableKind kind,
            @Nullable Long rows,
            @Nullable String comment,
            List<SourceColumn> columns) {}

    record SourceTables(String database, String server, List<SourceTable> tables, boolean more) {}

    private final Connections connections;
    private final SourceSessions sessions;

    StructureController(Connections connections, SourceSessions sessions) {
        this.connections = connections;
        this.sessions = sessions;
    }

    @GetMapping
    @Needs(Permission.ASK)
    SourceTables structure(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Size(max = 200) String schema,
            @RequestParam(required = false) @Nullable @Size(max = 200) String table,
            Caller caller) {
        Usable usable = connections.require(id, caller, Right.VIEW);
        Sighted sighted = new Sighted(usable.policies());
        Structure structure = read(usable);
        List<Table> seen =
                structure.tables().stream()
                        .filter(each -> sighted.sees(each.name()))
                        .filter(each -> schema == null || each.name().schema().equals(schema))
                        .filter(each -> table == null || each.name().name().equals(table))
                        .toList();
        boolean withColumns = seen.size() <= WITH_COLUMNS_MAX;
        return new SourceTables(
                structure.database(),
                structure.server(),
                seen.stream()
                        .limit(TABLES_MAX)
                        .map(each -> told(each, sighted, withColumns))
                        .toList(),
                seen.size() > TABLES_MAX);
    }

    private Structure read(Usable usable) {
        try (SessionLease lease = sessions.lease(usable.connection(), AskerClass.QUESTIONS)) {
            return lease.session().structure();
        } catch (SourceException e) {
            throw new QueryException(Code.SOURCE_UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private static SourceTable told(Table table, Sighted sighted, boolean withColumns) {
        long rows = table.estimate().rows();
        return new SourceTable(
                table.name().schema(),
                table.name().name(),
                table.kind(),
                rows == Table.Estimate.UNKNOWN ? null : rows,
                table.comment(),
                withColumns
                        ? table.columns().stream()
                                .filter(column -> sighted.sees(table.name(), column.name()))
                                .map(StructureController::told)
                                .toList()
                        : List.of());
    }

    private static SourceColumn told(Column column) {
        return new SourceColumn(
                column.name(), column.type().name(), column.nullable(), column.comment());
    }
}
