package dev.surveyor.llm;

import dev.surveyor.catalog.Condition;
import dev.surveyor.catalog.Dependency;

/** The language model. Nobody misses one that nobody set up. */
final class ModelDependency implements Dependency {

    private static final String SET_ONE =
            "Questions are answered by the planner alone; surveyor.llm.provider names a model.";

    private final LlmSettings settings;
    private final BoundedModel model;

    ModelDependency(LlmSettings settings, BoundedModel model) {
        this.settings = settings;
        this.model = model;
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public Condition look() {
        return switch (settings.provider()) {
            case NONE -> Condition.off("No language model is set. " + SET_ONE);
            case AUTO ->
                    model.availability().ready()
                            ? asked()
                            : Condition.off("No Ollama answers on this machine. " + SET_ONE);
            case OLLAMA, OPENAI, ANTHROPIC -> asked();
        };
    }

    private Condition asked() {
        Availability there = model.availability();
        if (!there.ready()) {
            return Condition.down(there.sentence());
        }
        return model.leftAlone()
                ? Condition.down(
                        "The language model failed several times in a row and is left alone for a"
                                + " moment: look into the provider's log.")
                : Condition.up("The language model answers.");
    }
}
