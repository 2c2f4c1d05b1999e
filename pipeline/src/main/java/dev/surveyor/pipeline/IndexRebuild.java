package dev.surveyor.pipeline;

import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.EmbeddingSettings.IndexKind;
import dev.surveyor.embeddings.IndexOpener;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.VectorIndex;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.store.PointRows;
import dev.surveyor.pipeline.store.SurveyRows;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes a vector index anew from what the catalog keeps; nothing is embedded. */
@Component
public class IndexRebuild {

    private static final int TOLD_EVERY = 100;

    private final PointRows points;
    private final SurveyRows surveys;
    private final VectorIndex index;
    private final IndexOpener opener;
    private final TextEmbedder embedder;
    private final IndexKind serving;

    IndexRebuild(
            PointRows points,
            SurveyRows surveys,
            VectorIndex index,
            IndexOpener opener,
            TextEmbedder embedder,
            EmbeddingSettings settings) {
        this.points = points;
        this.surveys = surveys;
        this.index = index;
        this.opener = opener;
        this.embedder = embedder;
        this.serving = settings.index();
    }

    /** Where vectors are kept. */
    public IndexKind serving() {
        return serving;
    }

    /** How many points an index of the model in use is to hold. */
    public long listed() {
        return points.countOfModel(embedder.model().id());
    }

    /**
     * Refuses while a survey runs, whose points could be missed; what one that begins meanwhile
     * adds is mended when it publishes.
     *
     * @throws PipelineException when one does
     */
    public void requireNoSurvey() {
        if (!surveys.page(new SurveyRows.Wanted(null, SurveyState.RUNNING, null, null), 1)
                .isEmpty()) {
            throw new PipelineException(
                    Code.SURVEY_RUNS,
                    true,
                    "A survey runs, whose points would be missed: wait for its end, or stop it first.",
                    null,
                    null);
        }
    }

    /**
     * Replaces all that is in an index, in this thread.
     *
     * @param to the one that serves, or another one that the settings describe
     * @param done told now and then how many points were handed over; may break it off by throwing
     * @return how many points it holds now
     * @throws dev.surveyor.embeddings.EmbeddingException when it cannot be filled
     */
    public long run(IndexKind to, LongConsumer done) {
        AtomicLong held = new AtomicLong();
        points.ofModel(embedder.model().id(), stream -> held.set(fill(to, counted(stream, done))));
        return held.get();
    }

    private long fill(IndexKind to, Stream<Point> all) {
        if (to == serving) {
            return index.rebuild(all);
        }
        try (VectorIndex other = opener.open(to)) {
            return other.rebuild(all);
        }
    }

    private static Stream<Point> counted(Stream<Point> all, LongConsumer done) {
        AtomicLong count = new AtomicLong();
        return all.peek(_ -> {
            if (count.incrementAndGet() % TOLD_EVERY == 0) {
                done.accept(count.get());
            }
        });
    }
}
