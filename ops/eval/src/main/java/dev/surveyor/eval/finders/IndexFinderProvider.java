package dev.surveyor.eval.finders;

import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.TableFinder;
import dev.surveyor.eval.TableFinderProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A finder for one way; its option {@code model} names another model than the default. */
abstract class IndexFinderProvider implements TableFinderProvider {

    private static final String MODEL = "model";

    private final Way way;

    IndexFinderProvider(Way way) {
        this.way = way;
    }

    @Override
    public String name() {
        return way.title();
    }

    @Override
    public TableFinder open(List<TableFinder.Searched> databases, Map<String, String> options) {
        if (!Set.of(MODEL).containsAll(options.keySet())) {
            throw new EvaluationException(
                    "The finder \"%s\" takes the option model only, not %s."
                            .formatted(name(), String.join(", ", options.keySet())));
        }
        String model = options.getOrDefault(MODEL, EmbeddingSettings.DEFAULT_MODEL);
        return new IndexFinder(NamesIndex.of(databases, model), way);
    }
}
