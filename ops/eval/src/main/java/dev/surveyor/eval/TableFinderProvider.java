package dev.surveyor.eval;

import java.util.List;
import java.util.Map;

/**
 * Makes a table finder known by name; a line in {@code
 * META-INF/services/dev.surveyor.eval.TableFinderProvider} is all it takes.
 */
public interface TableFinderProvider {

    /** What {@code --finder} calls it. */
    String name();

    /**
     * Makes the finder ready, once per run and before any time is taken.
     *
     * @param databases all there are, whichever questions are asked
     * @param options what {@code --set name=value} gave it
     * @throws EvaluationException where it cannot run, or an option is not one of its own
     */
    TableFinder open(List<TableFinder.Searched> databases, Map<String, String> options);
}
