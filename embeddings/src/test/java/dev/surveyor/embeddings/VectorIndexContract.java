package dev.surveyor.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every index keeps to; a new one extends this and opens itself, empty. */
@SuppressWarnings("NullAway.Init") // opened before each test
public abstract class VectorIndexContract {

    private static final List<Point> POINTS = SamplePoints.points(600, 7);

    private VectorIndex index;

    /** An empty index for {@link SamplePoints#MODEL}. */
    protected abstract VectorIndex open() throws Exception;

    @BeforeEach
    void fill() throws Exception {
        index = open();
        index.upsert(POINTS);
    }

    @AfterEach
    void close() {
        if (index != null) {
            index.close();
        }
    }

    @Test
    void theNearestAreFoundWithTheirCosines() {
        Random random = new Random(3);
        for (Filter filter :
                List.of(
                        Filter.all(),
                        Filter.connections(Set.of("c4")),
                        Filter.connections(Set.of("c1", "c2")).kinds(Set.of(PointKind.TABLE)),
                        Filter.all().schemas(Set.of("s1")))) {
            Vector vector = SamplePoints.vector(random);
            List<Candidate> expected = SamplePoints.nearest(POINTS, vector, filter, 10);
            List<Candidate> found = index.byMeaning(vector, filter, 10);
            assertThat(found).extracting(Candidate::id).isEqualTo(ids(expected));
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).score()).isCloseTo(expected.get(i).score(), within(1e-5));
            }
        }
    }

    private static List<UUID> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).toList();
    }

    @Test
    void wordsAreFoundByTheirStemsTheRarestFirst() {
        List<Candidate> found = index.byWords("Which salaries has number 17?", Filter.all(), 5);
        assertThat(index.entries(ids(found)).get(found.getFirst().id()))
                .extracting(Entry::subject)
                .isEqualTo("subject17");
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(index.byWords("which is the", Filter.all(), 5)).isEmpty();
        assertThat(index.byWords("17", Filter.connections(Set.of("c3")), 5)).isEmpty();
    }

    @Test
    void aFilterThatAllowsNothingFindsNothing() {
        Filter nothing = Filter.connections(Set.of());
        assertThat(index.byMeaning(SamplePoints.vector(new Random(1)), nothing, 5)).isEmpty();
        assertThat(index.byWords("order", nothing, 5)).isEmpty();
        assertThat(index.count(nothing)).isZero();
        index.delete(nothing);
        assertThat(index.count(Filter.all())).isEqualTo(POINTS.size());
    }

    @Test
    void theSamePointTwiceIsOnePoint() {
        index.upsert(POINTS.subList(0, 50));
        assertThat(index.count(Filter.all())).isEqualTo(POINTS.size());
        assertThat(index.count(Filter.connections(Set.of("c0")))).isEqualTo(60);
    }

    @Test
    void whatWasDeletedIsNotFound() {
        Point gone = POINTS.get(17);
        index.delete(List.of(gone.id(), UUID.randomUUID()));
        index.delete(Filter.connections(Set.of("c2")));
        assertThat(index.count(Filter.all())).isEqualTo(POINTS.size() - 61);
        assertThat(index.entries(List.of(gone.id()))).isEmpty();
        assertThat(index.byWords("number 17", Filter.all(), 10))
                .extracting(Candidate::id)
                .doesNotContain(gone.id());
        index.compact();
        assertThat(index.count(Filter.all())).isEqualTo(POINTS.size() - 61);
    }

    @Test
    void aTextWithoutAVectorIsFoundByItsWordsAlone() {
        Point value = Point.lexical("c1", PointKind.VALUE, "s1", "city.name", "Reykjavík");
        index.upsert(List.of(value));
        assertThat(index.byWords("trips to reykjavik", Filter.all(), 3))
                .extracting(Candidate::id)
                .containsExactly(value.id());
        assertThat(index.entries(List.of(value.id()))).containsEntry(value.id(), Entry.of(value));
    }

    @Test
    void vectorsOfAnotherModelStayOut() {
        EmbeddingModel other = new EmbeddingModel("other@2", 32, 256, "", "");
        Point point =
                Point.dense(
                        "c1",
                        PointKind.TABLE,
                        "s1",
                        "t",
                        "text",
                        other,
                        SamplePoints.vector(new Random(1)));
        assertThatThrownBy(() -> index.upsert(List.of(point)))
                .isInstanceOfSatisfying(
                        EmbeddingException.class,
                        e -> assertThat(e.code()).isEqualTo(EmbeddingException.Code.OTHER_MODEL));
        assertThatThrownBy(() -> index.byMeaning(Vector.of(1, 0), Filter.all(), 3))
                .isInstanceOf(EmbeddingException.class);
    }

    @Test
    void bothWaysMakeOneRanking() {
        Point wanted = POINTS.get(123);
        Vector vector = java.util.Objects.requireNonNull(wanted.vector());
        List<Hit> hits = index.search("number 123", vector, Filter.all(), 5);
        assertThat(hits.getFirst().entry()).isEqualTo(Entry.of(wanted));
        assertThat(hits.getFirst().meaning()).isCloseTo(1, within(1e-5));
        assertThat(hits).hasSize(5);
    }

    @Test
    void aRebuildReplacesAllThereIs() {
        List<Point> others = SamplePoints.points(200, 99);
        assertThat(index.rebuild(others.stream())).isEqualTo(200);
        Vector vector = SamplePoints.vector(new Random(5));
        assertThat(index.byMeaning(vector, Filter.all(), 10))
                .extracting(Candidate::id)
                .isEqualTo(ids(SamplePoints.nearest(others, vector, Filter.all(), 10)));
        assertThat(index.health().state()).isEqualTo(Health.State.SERVING);
    }

    @Test
    void aSnapshotIsTakenBesideTheWork() {
        assertThat(index.snapshot()).isNotBlank();
        assertThat(index.count(Filter.all())).isEqualTo(POINTS.size());
    }

    protected VectorIndex index() {
        return index;
    }
}
