package dev.surveyor.sources;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Something done on a connection inside one transaction. */
@FunctionalInterface
public interface SqlWork<T extends @org.jspecify.annotations.Nullable Object> {

    T run(Connection connection) throws SQLException, IOException;
}
