package dev.surveyor.bench.killstart;

import dev.surveyor.bench.server.StoreLogin;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Who a running Surveyor is, read past it out of its embedded store. */
final class Installation {

    private Installation() {}

    /**
     * The one row that was made with the catalog.
     *
     * @throws IOException when it cannot be read, or is not the only one
     */
    static UUID id(Path data) throws IOException {
        try (Connection connection = StoreLogin.QUERY.connect(data);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM surveyor.installation")) {
            if (!rows.next()) {
                throw new IOException("surveyor.installation has no row any more");
            }
            UUID id = rows.getObject(1, UUID.class);
            if (rows.next()) {
                throw new IOException("surveyor.installation has a second row");
            }
            return id;
        } catch (SQLException e) {
            throw new IOException("surveyor.installation cannot be read: " + e.getMessage(), e);
        }
    }
}
