package dev.surveyor.eval;

import java.util.Map;

/**
 * Makes an engine known by name; a line in {@code
 * META-INF/services/dev.surveyor.eval.EngineProvider} is all it takes.
 */
public interface EngineProvider {

    /** What {@code --engine} calls it. */
    String name();

    /**
     * Makes the engine ready, once per run.
     *
     * @param options what {@code --set name=value} gave it
     * @throws EvaluationException where it cannot run, or an option is not one of its own
     */
    Engine open(Map<String, String> options);
}
