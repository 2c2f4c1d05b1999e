package dev.surveyor.eval.retrieval;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.TableFinder;
import dev.surveyor.eval.TableFinderProvider;
import java.util.List;
import java.util.Map;

/** The reference finder, {@code words}. */
public final class WordsProvider implements TableFinderProvider {

    @Override
    public String name() {
        return "words";
    }

    @Override
    public TableFinder open(List<TableFinder.Searched> databases, Map<String, String> options) {
        if (!options.isEmpty()) {
            throw new EvaluationException(
                    "The finder \"words\" takes no options, but --set gives "
                            + String.join(", ", options.keySet())
                            + ".");
        }
        return new WordsFinder(databases);
    }
}
