package dev.surveyor.llm.none;

import dev.surveyor.llm.Availability;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.Completion;
import dev.surveyor.llm.Exchange;
import dev.surveyor.llm.LlmException;
import dev.surveyor.llm.ModelEndpoint;

/** Answers nothing and says how to change that. */
public final class NoEndpoint implements ModelEndpoint {

    private static final String SENTENCE =
            "No language model is set: set surveyor.llm.provider to ollama, openai or anthropic.";

    @Override
    public void requireReach(boolean localOnly) {
        throw refused();
    }

    @Override
    public Availability probe(Cancellation cancellation) {
        return Availability.not(SENTENCE);
    }

    @Override
    public Completion ask(Exchange exchange, Cancellation cancellation) {
        throw refused();
    }

    private static LlmException refused() {
        return new LlmException(LlmException.Code.NOT_CONFIGURED, false, SENTENCE, null);
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
