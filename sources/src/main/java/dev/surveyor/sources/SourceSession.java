package dev.surveyor.sources;

import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An open way into a source that reads and does nothing else, within its limits. Used by one thread
 * at a time; {@link #cancel()} may come from any. All methods throw {@link SourceException}.
 */
public interface SourceSession extends AutoCloseable {

    Dialect dialect();

    SessionLimits limits();

    /** Product and version, for people. */
    String server();

    /** Everything the database says of itself, without waiting for locks. */
    Structure structure();

    /**
     * As long as this stays the same {@link #structure()} would find what it found before; empty:
     * that cannot be told. Take it before the structure.
     */
    Optional<String> structureMark();

    /** Whether and how tables changed, at the cost of no scan; in the structure's order. */
    List<Fingerprint> fingerprints(Structure structure);

    /** See {@link Profiler#profile}. */
    void profile(List<Table> tables, ProfileRequest request, Consumer<TableProfile> profiles);

    /** Runs a query and streams its rows until they, or its limits, end. */
    ReadResult read(ReadQuery query, RowSink rows);

    /** The plan of a query as the source tells it (PostgreSQL: JSON); the query does not run. */
    String plan(ReadQuery query);

    /** What decides which statements may run here, for {@link Guard}. */
    StatementRules statementRules();

    RolePowers rolePowers();

    /**
     * Ends what runs within two seconds: it throws {@code CANCELLED}, and so does all that is
     * called before {@link #reset()}. The connection is dropped where the source does not obey.
     */
    void cancel();

    /** Whether the connection is still there. */
    boolean usable();

    /**
     * Makes the session as new for its next user: nothing of the last one is left.
     *
     * @throws SourceException when that cannot be done: close it
     */
    void reset();

    /** Lets go of the connection; waits for nobody. */
    @Override
    void close();
}
