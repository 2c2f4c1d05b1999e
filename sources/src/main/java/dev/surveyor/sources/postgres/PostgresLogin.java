package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Secret;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.Sockets;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceAddress.Encryption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Everything that the driver is told: a list of our own, nothing of it from outside. */
final class PostgresLogin {

    private static final String RECEIVED_MAX = "64M";

    private PostgresLogin() {}

    static Connection connect(SourceAddress address, SessionLimits limits, Sockets sockets)
            throws SQLException {
        Properties properties = new Properties();
        PGProperty.PG_HOST.set(properties, address.host());
        PGProperty.PG_PORT.set(properties, Integer.toString(address.port()));
        PGProperty.PG_DBNAME.set(properties, address.database());
        PGProperty.USER.set(properties, address.user());
        Secret password = address.password();
        // Without one the driver would look for ours in the files of whoever runs this.
        PGProperty.PASSWORD.set(properties, password == null ? "" : password.value());
        encrypt(properties, address.encryption());
        PGProperty.SOCKET_FACTORY.set(properties, PostgresSocketFactory.class.getName());
        PGProperty.SOCKET_FACTORY_ARG.set(properties, sockets.token());
        int seconds = (int) Math.max(1, limits.connectTimeout().toSeconds());
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.CANCEL_SIGNAL_TIMEOUT.set(properties, 1);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.APPLICATION_NAME.set(properties, "surveyor");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "9.6");
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        PGProperty.JAAS_LOGIN.set(properties, false);
        // Values as the server prints them; no statement is kept that a reset would take away.
        PGProperty.BINARY_TRANSFER.set(properties, false);
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        // A message that is longer fails before there is any memory taken for it.
        PGProperty.MAX_RESULT_BUFFER.set(properties, RECEIVED_MAX);
        // Details of errors hold values of rows.
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        Connection connection = new Driver().connect("jdbc:postgresql://", properties);
        if (connection == null) {
            throw new IllegalStateException("the driver does not know its own kind of address");
        }
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void encrypt(Properties properties, Encryption encryption) {
        PGProperty.SSL_MODE.set(
                properties, encryption.mode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Path authority = encryption.authority();
        if (authority != null) {
            PGProperty.SSL_ROOT_CERT.set(properties, authority.toString());
        }
        // Empty: none, and not the one that whoever runs this has at home.
        PGProperty.SSL_CERT.set(properties, fileOrNone(encryption.certificate()));
        PGProperty.SSL_KEY.set(properties, fileOrNone(encryption.key()));
    }

    private static String fileOrNone(@Nullable Path file) {
        return file == null ? "" : file.toString();
    }
}
