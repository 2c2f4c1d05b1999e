package dev.surveyor.app.web;

import dev.surveyor.app.settings.DataSettings;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.EmbeddingSettings.IndexKind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sizes of what lies in the data folder, added up once in a while. */
@Component
class FolderSizes {

    private static final Logger LOG = LoggerFactory.getLogger(FolderSizes.class);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /**
     * @param index null where it does not lie here
     */
    record Bytes(@Nullable Long index, long data) {}

    private final Path data;
    private final @Nullable Path index;
    private @Nullable Bytes last;
    private long addedAt;

    FolderSizes(DataSettings settings, EmbeddingSettings embeddings) {
        data = settings.folder();
        Path vectors =
                embeddings.folder().isBlank()
                        ? data.resolve("embeddings")
                        : Path.of(embeddings.folder());
        index = embeddings.index() == IndexKind.EMBEDDED ? vectors.resolve("index") : null;
    }

    synchronized Bytes bytes() {
        Bytes there = last;
        if (there == null || System.nanoTime() - addedAt > KEPT.toNanos()) {
            Path vectors = index;
            there = new Bytes(vectors == null ? null : bytes(vectors), bytes(data));
            last = there;
            addedAt = System.nanoTime();
        }
        return there;
    }

    /** As far as one comes in the time; files that vanish meanwhile do not count. */
    private static long bytes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        Adding adding = new Adding(System.nanoTime() + LONGEST.toNanos());
        try {
            Files.walkFileTree(folder, adding);
        } catch (IOException e) {
            LOG.warn("The size of {} is not known whole: {}", folder, e.getMessage());
        }
        return adding.bytes;
    }

    private static final class Adding extends SimpleFileVisitor<Path> {

        private final long deadlineNanos;
        private long bytes;

        Adding(long deadlineNanos) {
            this.deadlineNanos = deadlineNanos;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return System.nanoTime() < deadlineNanos
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
