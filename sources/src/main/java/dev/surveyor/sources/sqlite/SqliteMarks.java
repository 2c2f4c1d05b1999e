package dev.surveyor.sources.sqlite;

import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.SourceWork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Whether anything in the file changed; all tables share one mark. */
final class SqliteMarks {

    /** Of the file's header: up to the counter of changes and what goes with it. */
    private static final int HEADER_BYTES = 100;

    private static final int WAL_HEADER_BYTES = 32;

    /** The head of the shared index: how far the log is valid, and its checksum. */
    private static final int INDEX_HEADER_BYTES = 48;

    private SqliteMarks() {}

    static Map<TableName, String> read(SourceWork work, Structure structure) {
        String mark = work.transaction(connection -> mark(connection));
        Map<TableName, String> marks = new HashMap<>();
        for (Table table : structure.tables()) {
            // Rows of a virtual table may lie outside of the file, those of a view depend on the
            // clock.
            if (table.kind() == TableKind.TABLE) {
                marks.put(table.name(), mark);
            }
        }
        return marks;
    }

    /** Every statement that changes the schema counts up a number in the file. */
    static String structure(SourceWork work) {
        return work.transaction(connection ->
                Files.readAttributes(file(connection), BasicFileAttributes.class).fileKey()
                        + " "
                        + schemaVersion(connection));
    }

    private static long schemaVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA schema_version")) {
            row.next();
            return row.getLong(1);
        }
    }

    static Path file(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT file FROM pragma_database_list WHERE name = 'main'")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    private static String mark(Connection connection) throws SQLException, IOException {
        Path file = file(connection);
        StringBuilder mark = new StringBuilder().append(schemaVersion(connection));
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        mark.append(' ').append(attributes.fileKey()).append(' ').append(attributes.size());
        mark.append(' ').append(attributes.lastModifiedTime().toInstant());
        mark.append(' ').append(head(file, HEADER_BYTES).substring(2 * 24));
        Path wal = SqliteFile.beside(file, "-wal");
        // An empty log says no more than none: whoever opens the file makes one.
        if (Files.exists(wal) && Files.size(wal) > 0) {
            mark.append(" wal ").append(Files.size(wal));
            mark.append(' ').append(Files.getLastModifiedTime(wal).toInstant());
            mark.append(' ').append(head(wal, WAL_HEADER_BYTES));
            Path index = SqliteFile.beside(file, "-shm");
            if (Files.exists(index)) {
                mark.append(' ').append(head(index, INDEX_HEADER_BYTES));
            }
        }
        return mark.toString();
    }

    private static String head(Path file, int bytes) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(stream.readNBytes(bytes));
        }
    }
}
