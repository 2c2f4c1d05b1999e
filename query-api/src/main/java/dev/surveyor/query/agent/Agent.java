package dev.surveyor.query.agent;

import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.LanguageModel;
import dev.surveyor.query.Answer;
import dev.surveyor.query.Planner;
import dev.surveyor.query.QuerySettings;
import dev.surveyor.query.Question;
import dev.surveyor.query.RunEvent;
import dev.surveyor.query.RunSink;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Answers questions: understands, retrieves, generates, runs, compares. Knows nothing of HTTP or of
 * who keeps what it says. Safe for many threads.
 */
public final class Agent {

    private final Supplier<Planner> planner;
    private final LanguageModel model;
    private final QuerySettings settings;
    private final Clock clock;

    /**
     * @param planner made with the first question
     */
    public Agent(
            Supplier<Planner> planner, LanguageModel model, QuerySettings settings, Clock clock) {
        this.planner = planner;
        this.model = model;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Answers; what goes wrong on the way becomes part of the answer.
     *
     * @param events gets each step as it happens, not the end
     * @throws dev.surveyor.llm.LlmException with code {@code CANCELLED} when it was cancelled
     */
    public Answer answer(
            Question question, Ground ground, RunSink events, Cancellation cancellation) {
        events.accept(new RunEvent.Session(question.sessionId(), question.runId()));
        return new OneAnswer(
                        planner, model, settings, clock, question, ground, events, cancellation)
                .find();
    }
}
