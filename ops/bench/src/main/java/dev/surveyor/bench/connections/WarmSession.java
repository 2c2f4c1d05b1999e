package dev.surveyor.bench.connections;

import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.SourceSessions;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.ReadQuery;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import java.util.List;
import java.util.UUID;

/** Our way to a row: the connection looked up, a session leased, one query, given back. */
final class WarmSession {

    private static final RowSink NOBODY =
            new RowSink() {
                @Override
                public void columns(List<ResultColumn> columns) {}

                @Override
                public boolean row(List<Cell> cells) {
                    return true;
                }
            };

    private final Connections connections;
    private final SourceSessions sessions;
    private final UUID id;

    WarmSession(BenchedHouse house, UUID id) {
        this.connections = house.context().getBean(Connections.class);
        this.sessions = house.context().getBean(SourceSessions.class);
        this.id = id;
    }

    void ask() {
        try (SessionLease lease =
                sessions.lease(connections.byId(id).orElseThrow(), AskerClass.QUESTIONS)) {
            lease.session().read(ReadQuery.of("SELECT 1", lease.session().limits()), NOBODY);
        }
    }
}
