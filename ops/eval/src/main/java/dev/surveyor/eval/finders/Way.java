package dev.surveyor.eval.finders;

import dev.surveyor.embeddings.Candidate;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.Fusion;
import dev.surveyor.embeddings.Hit;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.VectorIndex;
import java.util.List;
import java.util.Locale;

/** How the index is asked. */
public enum Way {
    DENSE {
        @Override
        List<Hit> find(VectorIndex index, TextEmbedder embedder, String wording, int hitsMax) {
            List<Candidate> found =
                    index.byMeaning(embedder.embedQuery(wording), Filter.all(), hitsMax);
            return index.hits(Fusion.fused(found, List.of(), hitsMax));
        }
    },
    LEXICAL {
        @Override
        List<Hit> find(VectorIndex index, TextEmbedder embedder, String wording, int hitsMax) {
            List<Candidate> found = index.byWords(wording, Filter.all(), hitsMax);
            return index.hits(Fusion.fused(List.of(), found, hitsMax));
        }
    },
    FUSED {
        @Override
        List<Hit> find(VectorIndex index, TextEmbedder embedder, String wording, int hitsMax) {
            return index.search(wording, embedder.embedQuery(wording), Filter.all(), hitsMax);
        }
    };

    abstract List<Hit> find(VectorIndex index, TextEmbedder embedder, String wording, int hitsMax);

    /** What {@code --finder} calls it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
