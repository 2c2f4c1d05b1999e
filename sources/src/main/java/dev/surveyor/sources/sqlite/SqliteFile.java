package dev.surveyor.sources.sqlite;

import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/** Opens a file so that nothing can be written, attached or loaded. */
final class SqliteFile {

    private static final byte[] HEADER =
            "SQLite format 3\u0000".getBytes(StandardCharsets.US_ASCII);

    /** A value is whole in memory before any of it is cut. */
    private static final int VALUE_BYTES_MAX = 256 << 20;

    private SqliteFile() {}

    static Connection open(SourceAddress address, SessionLimits limits) throws SQLException {
        Path file = checked(address.file());
        try {
            return open(file, "mode=ro", limits);
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_CANTOPEN && isAtRest(file)) {
                // A WAL file's neighbours cannot be made in a folder that we may not write.
                return open(file, "mode=ro&immutable=1", limits);
            }
            throw e;
        }
    }

    private static Connection open(Path file, String parameters, SessionLimits limits)
            throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setBusyTimeout(Math.clamp(limits.lockTimeout().toMillis(), 1, Integer.MAX_VALUE));
        config.enableLoadExtension(false);
        SQLiteConnection connection =
                (SQLiteConnection)
                        config.createConnection("jdbc:sqlite:" + file.toUri() + "?" + parameters);
        try (Statement statement = connection.createStatement()) {
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, VALUE_BYTES_MAX);
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA trusted_schema = OFF");
            // Only this tells whether the file can be read at all.
            statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Path checked(@Nullable Path file) {
        if (file == null) {
            throw failed(Code.BAD_ADDRESS, "An address of SQLite names a file.", null);
        }
        if (!Files.isRegularFile(file)) {
            throw failed(
                    Code.UNREACHABLE,
                    "There is no file %s: check the path.".formatted(file.getFileName()),
                    null);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] head = stream.readNBytes(HEADER.length);
            if (head.length > 0 && !Arrays.equals(head, HEADER)) {
                throw failed(
                        Code.UNSUPPORTED,
                        "%s is no SQLite database, or an encrypted one."
                                .formatted(file.getFileName()),
                        null);
            }
        } catch (IOException e) {
            throw failed(
                    Code.DENIED,
                    "%s cannot be read: give us the right to.".formatted(file.getFileName()),
                    e);
        }
        return file.toAbsolutePath().normalize();
    }

    /** Nothing waits beside it to be put into it. */
    private static boolean isAtRest(Path file) {
        return !Files.exists(beside(file, "-wal")) && !Files.exists(beside(file, "-journal"));
    }

    static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static SourceException failed(Code code, String message, @Nullable Throwable cause) {
        return new SourceException(code, false, message, cause);
    }
}
