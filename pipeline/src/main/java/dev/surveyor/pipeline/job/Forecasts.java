package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.SourceSessions;
import dev.surveyor.pipeline.SurveyMode;
import dev.surveyor.pipeline.SurveyRequest;
import dev.surveyor.pipeline.store.WorkList;
import dev.surveyor.pipeline.store.WorkRow;
import dev.surveyor.sources.SourceException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what a survey would do without doing it. */
@Component
public class Forecasts {

    /** Seen on two cores: a table with its texts, and what a full pass reads in a second. */
    private static final double SECONDS_PER_TABLE = 0.06;

    private static final double BYTES_PER_SECOND = 40e6;

    private final SourceSessions sessions;
    private final WorkList work;

    Forecasts(SourceSessions sessions, WorkList work) {
        this.sessions = sessions;
        this.work = work;
    }

    public Forecast of(Connection connection, SurveyRequest request) {
        try (SessionLease lease = sessions.lease(connection, AskerClass.SURVEYS)) {
            Scope scope = new Scope(connection.options(), request.schemas());
            Structure structure = scope.visible(lease.session().structure());
            Map<TableName, Fingerprint> marks =
                    lease.session().fingerprints(structure).stream()
                            .collect(Collectors.toMap(Fingerprint::table, mark -> mark));
            return forecast(connection, request, scope, structure, marks);
        } catch (SourceException e) {
            throw new ConnectionsException(
                    ConnectionsException.Code.SOURCE_UNAVAILABLE,
                    String.valueOf(e.getMessage()),
                    e);
        }
    }

    private Forecast forecast(
            Connection connection,
            SurveyRequest request,
            Scope scope,
            Structure structure,
            Map<TableName, Fingerprint> marks) {
        Map<TableName, WorkRow> before = work.ofCurrentEdition(connection.id());
        Changes changes = new Changes(before, marks, scope);
        List<Table> tables = structure.tables().stream().filter(scope::looksAt).toList();
        List<Table> anew =
                tables.stream()
                        .filter(table ->
                                request.mode() == SurveyMode.FULL || !changes.isAsItWas(table))
                        .toList();
        long gone =
                before.keySet().stream()
                        .filter(scope::looksAt)
                        .filter(name -> structure.table(name).isEmpty())
                        .count();
        long rows = anew.stream().mapToLong(table -> Math.max(0, table.estimate().rows())).sum();
        long bytes = anew.stream().mapToLong(table -> Math.max(0, table.estimate().bytes())).sum();
        return new Forecast(
                tables.size(),
                anew.size(),
                tables.size() - anew.size(),
                Math.toIntExact(gone),
                rows,
                bytes,
                Math.round(1 + anew.size() * SECONDS_PER_TABLE + bytes / BYTES_PER_SECOND));
    }
}
