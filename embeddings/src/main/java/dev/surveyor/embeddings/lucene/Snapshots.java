package dev.surveyor.embeddings.lucene;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.SnapshotDeletionPolicy;

/** Copies of the index as it was at one commit, beside it; the newest few are kept. */
record Snapshots(Path folder, SnapshotDeletionPolicy deletion) {

    private static final int KEPT_MAX = 3;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    Path take(Path index) throws IOException {
        IndexCommit commit = deletion.snapshot();
        try {
            String name = NAME.format(Instant.now());
            Path part = Files.createDirectories(folder.resolve(name + ".part"));
            for (String file : commit.getFileNames()) {
                copy(index.resolve(file), part.resolve(file));
            }
            Path whole = Files.move(part, folder.resolve(name));
            forgetOldest();
            return whole;
        } finally {
            deletion.release(commit);
        }
    }

    /**
     * Files of an index never change: a second name is as good as a copy, where there can be one.
     */
    private static void copy(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to);
        }
    }

    private void forgetOldest() throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            newestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (int i = KEPT_MAX; i < newestFirst.size(); i++) {
            IndexFolder.deleteAll(newestFirst.get(i));
        }
    }
}
