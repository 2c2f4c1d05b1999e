package dev.surveyor.embeddings.lucene;

import dev.surveyor.embeddings.Candidate;
import dev.surveyor.embeddings.Entry;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.Vector;
import dev.surveyor.embeddings.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** One look into the index as it was at one moment. */
record Finding(IndexSearcher searcher) {

    /** The graph is walked until so many candidates are known, however few are wanted. */
    private static final int WALKED_MIN = 64;

    private static final int WALKED_MAX = 400;

    /** The larger the graph, the more of it must be walked to miss as little. */
    private static final int VECTORS_PER_WALKED = 250;

    /** A filter that leaves no more than this is looked through vector by vector. */
    private static final int SCANNED_MAX = 2500;

    private static final int WORDS_MAX = 256;

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id);

    List<Candidate> byMeaning(Vector vector, Filter filter, int max) throws IOException {
        Query allowed = Fields.query(filter);
        float[] target = vector.toArray();
        ScoreDoc[] found;
        if (allowed != null && searcher.count(allowed) <= SCANNED_MAX) {
            found = new ExactScan(searcher, target, max).through(allowed);
        } else {
            int vectors = searcher.getIndexReader().numDocs();
            int walked =
                    Math.max(max, Math.clamp(vectors / VECTORS_PER_WALKED, WALKED_MIN, WALKED_MAX));
            Query query = new KnnFloatVectorQuery(Fields.VECTOR, target, walked, allowed);
            found = searcher.search(query, max).scoreDocs;
        }
        // Lucene keeps cosines above zero: (1 + cosine) / 2.
        return candidates(found, 2, -1);
    }

    List<Candidate> byWords(String text, Filter filter, int max) throws IOException {
        Map<String, Integer> words = Words.counted(text);
        if (words.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.entrySet().stream()
                .limit(WORDS_MAX)
                .forEach(word -> any.add(word(word.getKey(), word.getValue()), Occur.SHOULD));
        any.setMinimumNumberShouldMatch(1);
        Query allowed = Fields.query(filter);
        if (allowed != null) {
            any.add(allowed, Occur.FILTER);
        }
        return candidates(searcher.search(any.build(), max).scoreDocs, 1, 0);
    }

    private static Query word(String word, int times) {
        Query query = new TermQuery(new Term(Fields.WORDS, word));
        return times == 1 ? query : new BoostQuery(query, times);
    }

    private List<Candidate> candidates(ScoreDoc[] found, double scale, double shift)
            throws IOException {
        ScoreDoc[] inOrder = found.clone();
        Arrays.sort(inOrder, Comparator.comparingInt(hit -> hit.doc));
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<Candidate> candidates = new ArrayList<>(found.length);
        int leaf = -1;
        BinaryDocValues ids = null;
        for (ScoreDoc hit : inOrder) {
            int hitLeaf = ReaderUtil.subIndex(hit.doc, leaves);
            if (ids == null || hitLeaf != leaf) {
                leaf = hitLeaf;
                ids =
                        Objects.requireNonNull(
                                leaves.get(leaf).reader().getBinaryDocValues(Fields.ID));
            }
            ids.advanceExact(hit.doc - leaves.get(leaf).docBase);
            candidates.add(new Candidate(Fields.id(ids.binaryValue()), hit.score * scale + shift));
        }
        candidates.sort(BEST_FIRST);
        return candidates;
    }

    Map<UUID, Entry> entries(Collection<UUID> ids) throws IOException {
        Map<UUID, Entry> entries = new HashMap<>();
        for (UUID id : ids) {
            ScoreDoc doc = first(id);
            if (doc != null) {
                entries.put(id, Fields.entry(id, searcher.storedFields().document(doc.doc)));
            }
        }
        return entries;
    }

    private @Nullable ScoreDoc first(UUID id) throws IOException {
        ScoreDoc[] found = searcher.search(new TermQuery(Fields.term(id)), 1).scoreDocs;
        return found.length == 0 ? null : found[0];
    }

    long count(Filter filter) throws IOException {
        return filter.letsNothingThrough() ? 0 : searcher.count(Fields.orAll(Fields.query(filter)));
    }
}
