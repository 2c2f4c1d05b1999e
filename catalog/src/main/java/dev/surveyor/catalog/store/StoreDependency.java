package dev.surveyor.catalog.store;

import dev.surveyor.catalog.Condition;
import dev.surveyor.catalog.Dependency;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store, asked over a connection of its own: pools that everybody waits for are no reason to
 * call it away.
 */
public final class StoreDependency implements Dependency {

    private static final Logger LOG = LoggerFactory.getLogger(StoreDependency.class);

    private final CatalogPools pools;

    public StoreDependency(CatalogPools pools) {
        this.pools = pools;
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public boolean vital() {
        return true;
    }

    @Override
    public Condition look() {
        try (Connection connection = pools.impatient().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            return row.next() && row.getBoolean(1)
                    ? Condition.down(
                            "The store can only be read: name its primary in surveyor.catalog.url.")
                    : Condition.up("The store answers.");
        } catch (SQLException e) {
            LOG.debug("The store does not answer a look", e);
            return Condition.down(
                    "The store does not answer: see whether its PostgreSQL runs and takes connections.");
        }
    }
}
