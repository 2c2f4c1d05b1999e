package dev.surveyor.llm;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked, and what is allowed with it.
 *
 * @param holds what of a connection the prompt holds
 * @param mayLeave what that connection's owner allows
 * @param budget pays for it
 * @param temperature null: as the settings say
 * @param answerTokensMax 0: as the settings say; never more than these
 */
public record ModelRequest(
        FilledPrompt prompt,
        Set<Holds> holds,
        MayLeave mayLeave,
        Budget budget,
        @Nullable Double temperature,
        int answerTokensMax) {

    public ModelRequest {
        Objects.requireNonNull(prompt, "prompt");
        holds = Set.copyOf(holds);
        Objects.requireNonNull(mayLeave, "mayLeave");
        Objects.requireNonNull(budget, "budget");
        if (answerTokensMax < 0) {
            throw new IllegalArgumentException("answerTokensMax below 0");
        }
    }

    public ModelRequest(FilledPrompt prompt, Set<Holds> holds, MayLeave mayLeave, Budget budget) {
        this(prompt, holds, mayLeave, budget, null, 0);
    }

    public ModelRequest withTemperature(double degrees) {
        return new ModelRequest(prompt, holds, mayLeave, budget, degrees, answerTokensMax);
    }

    public ModelRequest withAnswerTokensMax(int tokens) {
        return new ModelRequest(prompt, holds, mayLeave, budget, temperature, tokens);
    }

    ModelRequest withPrompt(FilledPrompt other) {
        return new ModelRequest(other, holds, mayLeave, budget, temperature, answerTokensMax);
    }
}
