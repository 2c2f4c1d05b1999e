package dev.surveyor.eval.finders;

import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.TableFinder;
import dev.surveyor.eval.TableFinderProvider;
import dev.surveyor.query.retrieve.Weights;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds tables as the product does; its options name another model, and other weights. */
public final class SurveyorProvider implements TableFinderProvider {

    private static final String MODEL = "model";
    private static final String WEIGHTS = "weights";

    @Override
    public String name() {
        return "surveyor";
    }

    @Override
    public TableFinder open(List<TableFinder.Searched> databases, Map<String, String> options) {
        if (!Set.of(MODEL, WEIGHTS).containsAll(options.keySet())) {
            throw new EvaluationException(
                    "The finder \"surveyor\" takes the options model and weights only, not "
                            + String.join(", ", options.keySet())
                            + ".");
        }
        String model = options.getOrDefault(MODEL, EmbeddingSettings.DEFAULT_MODEL);
        String weights = options.get(WEIGHTS);
        try {
            return SurveyorFinder.open(
                    databases, model, weights == null ? Weights.fitted() : read(Path.of(weights)));
        } catch (EmbeddingException e) {
            throw new EvaluationException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Weights read(Path file) {
        try (Reader lines = Files.newBufferedReader(file)) {
            return Weights.read(lines);
        } catch (IOException | NumberFormatException e) {
            throw new EvaluationException("Cannot read weights from " + file + ": " + e + ".", e);
        }
    }
}
