package dev.surveyor.connections;

import dev.surveyor.access.Caller;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.TableName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Connections as other modules see them. */
public interface Connections {

    /**
     * A connection and what the caller may see of it.
     *
     * @param attributes of the caller that row filters ask for
     */
    record Usable(
            Connection connection, Right right, Policies policies, Map<String, String> attributes) {

        public Usable {
            attributes = Map.copyOf(attributes);
        }
    }

    /**
     * The connection, if the caller may do this through it.
     *
     * @throws ConnectionsException when they may not; a stranger is told that there is none
     */
    Usable require(UUID id, Caller caller, Right right);

    /** Those that the caller may ask, the ones that were surveyed last first. */
    List<UUID> askable(Caller caller, int limit);

    /** The connection, asked for by nobody in particular: for surveys. */
    Optional<Connection> byId(UUID id);

    /** Writes down how its survey goes on; a connection that is gone is no failure. */
    void report(UUID id, ConnectionStatus.State state, String message, int progress);

    /** Writes down that a survey ended well and its edition is in service. */
    void surveyed(UUID id, Instant end);

    /**
     * Hides tables from all whom policies bind, until the policies are saved anew: they name what
     * is gone, so that nobody knows any more what they were to hide.
     */
    void close(UUID id, Set<TableName> tables);
}
