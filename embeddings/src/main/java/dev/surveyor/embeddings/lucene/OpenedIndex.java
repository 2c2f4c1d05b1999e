package dev.surveyor.embeddings.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;

/** The writer and what it writes for; another one after a rebuild that failed. */
record OpenedIndex(IndexWriter writer, SearcherManager searchers, SnapshotDeletionPolicy deletion) {

    static OpenedIndex of(IndexFolder folder) {
        SnapshotDeletionPolicy deletion = IndexFolder.deletion();
        IndexWriter writer = folder.open(deletion);
        try {
            return new OpenedIndex(writer, new SearcherManager(writer, new Looking()), deletion);
        } catch (IOException e) {
            throw folder.failed(e);
        }
    }

    /** What was not committed is given up. */
    void close() throws IOException {
        searchers.close();
        writer.rollback();
        writer.getDirectory().close();
    }

    /** Scores words as the writer weighs them and keeps no queries in memory. */
    private static final class Looking extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(IndexFolder.similarity());
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}
