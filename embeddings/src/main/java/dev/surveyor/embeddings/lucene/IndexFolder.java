package dev.surveyor.embeddings.lucene;

import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingException.Code;
import dev.surveyor.embeddings.EmbeddingModel;
import dev.surveyor.embeddings.words.Bm25;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one index, checked before they are used; damaged ones are put aside. */
final class IndexFolder {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    private static final int NEIGHBOURS = 16;
    private static final int NEIGHBOURS_LOOKED_AT = 128;
    private static final double BUFFER_MEBIBYTES = 48;
    private static final double SEGMENTS_PER_TIER = 4;
    private static final String MUST_BE_REBUILT = "must-be-rebuilt";
    private static final String MODEL = "model";

    private final Path path;
    private final EmbeddingModel model;

    IndexFolder(Path path, EmbeddingModel model) {
        this.path = path.toAbsolutePath();
        this.model = model;
    }

    Path path() {
        return path;
    }

    /**
     * Opens what there is, or something new; takes the folder for this process.
     *
     * @param deletion keeps the files of snapshots
     */
    IndexWriter open(SnapshotDeletionPolicy deletion) {
        try {
            Files.createDirectories(path);
            try {
                return opened(deletion);
            } catch (CorruptIndexException
                    | IndexFormatTooNewException
                    | IndexFormatTooOldException
                    | IndexNotFoundException
                    | EOFException
                    | NoSuchFileException e) {
                putAside(e);
                return opened(deletion);
            }
        } catch (LockObtainFailedException e) {
            throw new EmbeddingException(
                    Code.IN_USE,
                    true,
                    "The vector index in %s is open in another process: stop that one first."
                            .formatted(path),
                    e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private IndexWriter opened(SnapshotDeletionPolicy deletion) throws IOException {
        Directory directory = FSDirectory.open(path);
        IndexWriter writer = null;
        try {
            boolean there = DirectoryReader.indexExists(directory);
            if (!there && hasSegments(directory)) {
                throw new IndexNotFoundException("no whole commit in " + path);
            }
            writer = new IndexWriter(directory, config(deletion));
            if (there) {
                check(directory);
            } else {
                writer.setLiveCommitData(Map.of(MODEL, model.id()).entrySet());
                writer.commit();
            }
            return writer;
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    private static boolean hasSegments(Directory directory) throws IOException {
        return Stream.of(directory.listAll()).anyMatch(name -> name.startsWith("_"));
    }

    /** Reads every byte once against its checksum. */
    private void check(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String kept = reader.getIndexCommit().getUserData().get(MODEL);
            if (!model.id().equals(kept)) {
                throw new EmbeddingException(
                        Code.OTHER_MODEL,
                        false,
                        "The vector index in %s holds vectors of %s, not of %s: choose another folder."
                                .formatted(path, kept, model.id()),
                        null);
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
        }
    }

    private IndexWriterConfig config(SnapshotDeletionPolicy deletion) {
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setSegmentsPerTier(SEGMENTS_PER_TIER);
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setSimilarity(similarity());
        config.setCodec(
                new Lucene104Codec() {
                    private final KnnVectorsFormat vectors =
                            new Lucene99HnswVectorsFormat(NEIGHBOURS, NEIGHBOURS_LOOKED_AT);

                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return vectors;
                    }
                });
        config.setMergePolicy(merging);
        config.setRAMBufferSizeMB(BUFFER_MEBIBYTES);
        config.setIndexDeletionPolicy(deletion);
        config.setCommitOnClose(false);
        return config;
    }

    static BM25Similarity similarity() {
        return new BM25Similarity(Bm25.K1, Bm25.B) {
            @Override
            protected float avgFieldLength(CollectionStatistics statistics) {
                return Bm25.LENGTH;
            }
        };
    }

    static SnapshotDeletionPolicy deletion() {
        return new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
    }

    boolean mustBeRebuilt() {
        return Files.exists(path.resolve(MUST_BE_REBUILT));
    }

    void isRebuilt() throws IOException {
        Files.deleteIfExists(path.resolve(MUST_BE_REBUILT));
    }

    /** One damaged index is kept for who wants to look at it. */
    private void putAside(IOException damage) throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged");
        LOG.warn(
                "The vector index in {} is damaged ({}): put aside as {}",
                path,
                damage.getMessage(),
                aside);
        deleteAll(aside);
        Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        Files.createDirectories(path);
        Files.createFile(path.resolve(MUST_BE_REBUILT));
    }

    static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> inside;
            try (Stream<Path> files = Files.walk(folder)) {
                inside = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : inside) {
                Files.delete(file);
            }
        }
    }

    EmbeddingException failed(IOException e) {
        return new EmbeddingException(
                Code.DISK_FAILED,
                true,
                "The vector index in %s cannot be read or written (%s): make room or mend its rights."
                        .formatted(path, e.getMessage()),
                e);
    }
}
