package dev.surveyor.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CachingEmbedderTests {

    private final CountingEmbedder model = new CountingEmbedder();

    @Test
    void theSameTextIsReadOnceAndEachKeepsItsPlace() {
        TextEmbedder embedder = new CachingEmbedder(model, 10);
        List<Vector> first = embedder.embedPassages(List.of("a", "b", "a"));
        List<Vector> again = embedder.embedPassages(List.of("c", "b", "a"));
        assertThat(model.read).containsExactly("a", "b", "c");
        assertThat(first.get(2)).isEqualTo(first.get(0));
        assertThat(again.subList(1, 3)).containsExactly(first.get(1), first.get(0));
        assertThat(embedder.counts()).isEqualTo(new EmbeddingCounts(3, 2));
    }

    @Test
    void aQuestionIsNotTakenForAPassage() {
        TextEmbedder embedder = new CachingEmbedder(model, 10);
        Vector passage = embedder.embedPassages(List.of("a")).getFirst();
        assertThat(embedder.embedQuery("a")).isNotEqualTo(passage);
        assertThat(embedder.embedQuery("a")).isEqualTo(embedder.embedQuery("a"));
        assertThat(model.read).containsExactly("a", "query a");
    }

    @Test
    void whatWasAskedForLongestAgoIsForgottenFirst() {
        TextEmbedder embedder = new CachingEmbedder(model, 2);
        embedder.embedPassages(List.of("a", "b"));
        embedder.embedPassages(List.of("a"));
        embedder.embedPassages(List.of("c"));
        embedder.embedPassages(List.of("a"));
        embedder.embedPassages(List.of("b"));
        assertThat(model.read).containsExactly("a", "b", "c", "b");
    }
}
