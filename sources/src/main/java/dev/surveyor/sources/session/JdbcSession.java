package dev.surveyor.sources.session;

import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.sources.Dialect;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ReadQuery;
import dev.surveyor.sources.ReadResult;
import dev.surveyor.sources.RolePowers;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.SourceWork;
import dev.surveyor.sources.SqlWork;
import dev.surveyor.sources.StatementRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A session over a driver's connection. */
public final class JdbcSession implements SourceSession, SourceWork {

    private final Dialect dialect;
    private final SessionLimits limits;
    private final String server;
    private final Transactions transactions;

    private JdbcSession(Dialect dialect, SessionLimits limits, Opening.Opened opened) {
        this.dialect = dialect;
        this.limits = limits;
        this.server = opened.server();
        this.transactions = new Transactions(dialect, opened.connection(), opened.sockets());
    }

    /** See {@link dev.surveyor.sources.Sources#open}. */
    public static JdbcSession open(Dialect dialect, SourceAddress address, SessionLimits limits) {
        return new JdbcSession(dialect, limits, Opening.open(dialect, address, limits));
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public SessionLimits limits() {
        return limits;
    }

    @Override
    public String server() {
        return server;
    }

    @Override
    public <T extends @org.jspecify.annotations.Nullable Object> T transaction(
            Duration timeMax, SqlWork<T> work) {
        return transactions.run(limits.withStatementTimeout(timeMax), List.of(), work);
    }

    @Override
    public void checkCancelled() {
        transactions.checkCancelled();
    }

    @Override
    public Structure structure() {
        return dialect.structure(this);
    }

    @Override
    public Optional<String> structureMark() {
        return dialect.structureMark(this);
    }

    @Override
    public List<Fingerprint> fingerprints(Structure structure) {
        Map<TableName, String> marks = dialect.dataMarks(this, structure);
        return structure.tables().stream()
                .map(table ->
                        new Fingerprint(
                                table.name(), table.structureHash(), marks.get(table.name())))
                .toList();
    }

    @Override
    public void profile(
            List<Table> tables, ProfileRequest request, Consumer<TableProfile> profiles) {
        dialect.profiler().profile(this, tables, request, profiles);
    }

    @Override
    public ReadResult read(ReadQuery query, RowSink rows) {
        return transactions.run(
                limits.withStatementTimeout(query.timeMax()),
                query.searchPath(),
                connection -> new Reading(dialect, query).run(connection, rows));
    }

    @Override
    public String plan(ReadQuery query) {
        return transactions.run(
                limits.withStatementTimeout(query.timeMax()),
                query.searchPath(),
                connection -> new Reading(dialect, query).plan(connection));
    }

    @Override
    public StatementRules statementRules() {
        return dialect.statementRules(this);
    }

    @Override
    public RolePowers rolePowers() {
        return dialect.rolePowers(this);
    }

    @Override
    public void cancel() {
        transactions.cancel();
    }

    @Override
    public boolean usable() {
        return transactions.usable();
    }

    @Override
    public void reset() {
        if (!transactions.usable()) {
            throw new SourceException(
                    Code.CONNECTION_LOST, true, "The connection is gone: open another one.", null);
        }
        transactions.reset();
    }

    @Override
    public void close() {
        transactions.close();
    }
}
