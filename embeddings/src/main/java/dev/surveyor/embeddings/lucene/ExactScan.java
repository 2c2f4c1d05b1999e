package dev.surveyor.embeddings.lucene;

import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.HitQueue;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Looks at every vector that a filter leaves. */
final class ExactScan {

    private final IndexSearcher searcher;
    private final float[] target;
    private final HitQueue best;

    ExactScan(IndexSearcher searcher, float[] target, int max) {
        this.searcher = searcher;
        this.target = target;
        this.best = new HitQueue(max, true);
    }

    /** The best first. */
    ScoreDoc[] through(Query allowed) throws IOException {
        Weight weight =
                searcher.createWeight(searcher.rewrite(allowed), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
            Scorer scorer = weight.scorer(leaf);
            if (vectors != null && vectors.size() > 0 && scorer != null) {
                scan(leaf, vectors.scorer(target), scorer.iterator());
            }
        }
        while (best.size() > 0 && best.top().score == Float.NEGATIVE_INFINITY) {
            best.pop();
        }
        ScoreDoc[] found = new ScoreDoc[best.size()];
        for (int i = found.length - 1; i >= 0; i--) {
            found[i] = best.pop();
        }
        return found;
    }

    private void scan(
            LeafReaderContext leaf, @Nullable VectorScorer scorer, DocIdSetIterator allowed)
            throws IOException {
        if (scorer == null) {
            return;
        }
        VectorScorer.Bulk bulk = scorer.bulk(allowed);
        DocAndFloatFeatureBuffer scored = new DocAndFloatFeatureBuffer();
        while (true) {
            bulk.nextDocsAndScores(
                    DocIdSetIterator.NO_MORE_DOCS, leaf.reader().getLiveDocs(), scored);
            if (scored.size == 0) {
                return;
            }
            for (int i = 0; i < scored.size; i++) {
                offer(leaf.docBase + scored.docs[i], scored.features[i]);
            }
        }
    }

    private void offer(int doc, float score) {
        ScoreDoc worst = best.top();
        if (score > worst.score) {
            worst.doc = doc;
            worst.score = score;
            best.updateTop();
        }
    }
}
