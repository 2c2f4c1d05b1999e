package dev.surveyor.bench.night;

import dev.surveyor.bench.server.StoreLogin;
import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.Editions;
import dev.surveyor.catalog.store.JdbcEditions;
import dev.surveyor.pipeline.EditionDump;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a server keeps on its data folder: editions and points, read past the server itself.
 *
 * @param data the folder
 */
public record Shelf(Path data) {

    /** The number of the edition that readers see, and the SHA-256 of its dump. */
    public record Served(long number, String sha256) {}

    public Served served(UUID connection) throws IOException {
        try (Connection store = StoreLogin.OWNER.connect(data)) {
            return served(store, connection);
        } catch (SQLException e) {
            throw new IOException("the catalog cannot be looked into", e);
        }
    }

    /** What readers see in the catalog that this session leads to. */
    public static Served served(Connection store, UUID connection) throws IOException {
        Editions editions = new JdbcEditions(new SingleConnectionDataSource(store, true));
        Edition edition =
                editions.current(connection)
                        .orElseThrow(() -> new IOException("no edition is in service"));
        return new Served(edition.number(), EditionDump.sha256(editions.content(edition)));
    }

    /** The points that the catalog lists for a connection. */
    public Set<UUID> listed(UUID connection) throws IOException {
        Set<UUID> listed = new HashSet<>();
        try (Connection store = StoreLogin.OWNER.connect(data);
                PreparedStatement query =
                        store.prepareStatement("SELECT id FROM point WHERE connection_id = ?")) {
            query.setObject(1, connection);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    listed.add(row.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IOException("the catalog cannot be looked into", e);
        }
        return listed;
    }

    /** The points of a connection in the embedded index, as of its last commit. */
    public Set<UUID> indexed(UUID connection) throws IOException {
        Set<UUID> indexed = new HashSet<>();
        for (Path folder : indexes()) {
            try (FSDirectory directory = FSDirectory.open(folder);
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    add(leaf, connection.toString(), indexed);
                }
            }
        }
        return indexed;
    }

    private List<Path> indexes() throws IOException {
        Path root = data.resolve("embeddings/index");
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> folders = Files.list(root)) {
                for (Path folder : folders.filter(Files::isDirectory).toList()) {
                    try (FSDirectory directory = FSDirectory.open(folder)) {
                        if (DirectoryReader.indexExists(directory)) {
                            found.add(folder);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static void add(LeafReaderContext leaf, String connection, Set<UUID> indexed)
            throws IOException {
        BinaryDocValues ids = leaf.reader().getBinaryDocValues("id");
        Bits alive = leaf.reader().getLiveDocs();
        if (ids == null) {
            return;
        }
        for (int document = ids.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = ids.nextDoc()) {
            boolean lives = alive == null || alive.get(document);
            if (lives
                    && connection.equals(
                            leaf.reader().storedFields().document(document).get("connection"))) {
                indexed.add(id(ids.binaryValue()));
            }
        }
    }

    private static UUID id(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
