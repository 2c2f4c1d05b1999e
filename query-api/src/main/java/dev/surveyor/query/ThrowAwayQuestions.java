package dev.surveyor.query;

import dev.surveyor.catalog.EditionContent;
import dev.surveyor.connections.Egress;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.LanguageModels;
import dev.surveyor.query.agent.Agent;
import dev.surveyor.query.agent.ByHand;
import dev.surveyor.query.agent.Ground;
import dev.surveyor.query.generate.ModelAccess;
import dev.surveyor.query.known.Known;
import dev.surveyor.query.known.Once;
import dev.surveyor.query.retrieve.TableSearch;
import dev.surveyor.query.retrieve.Weights;
import dev.surveyor.query.source.AnswerSource;
import dev.surveyor.query.source.SessionSource;
import dev.surveyor.sources.SourceSession;
import java.time.Clock;

/**
 * Questions at a database that nobody saved, over an edition that nobody keeps, by somebody whom no
 * policy binds. Nothing of it is kept here either. One question at a time.
 */
public final class ThrowAwayQuestions {

    private static final String USER = "throw-away";

    private final Agent agent;
    private final Known known;
    private final AnswerSource source;
    private final LanguageModels models;

    /**
     * Opens neither embedder nor model: that is done with the first question that needs them.
     *
     * @param session that answers are read through; the caller closes it
     */
    public ThrowAwayQuestions(
            SourceSession session,
            EditionContent content,
            TextEmbedder embedder,
            LanguageModels models,
            QuerySettings settings) {
        this.models = models;
        agent =
                new Agent(
                        new Once<>(Planner::bundled), models.model(), settings, Clock.systemUTC());
        known =
                Known.of(
                        content.edition().database(),
                        content,
                        new TableSearch(embedder, Weights.fitted()),
                        (connection, passages) ->
                                embedder.embedPassages(
                                        passages.stream().map(each -> each.text()).toList()));
        source = new SessionSource(session, known.structure());
    }

    /**
     * Answers; what goes wrong on the way becomes part of the answer.
     *
     * @param events gets each step as it happens, not the end
     * @throws dev.surveyor.llm.LlmException with code {@code CANCELLED} when it was cancelled
     */
    public Answer answer(Question question, RunSink events, Cancellation cancellation) {
        return agent.answer(question, ground(), events, cancellation);
    }

    /**
     * Runs SQL that a person wrote, through the guard.
     *
     * @param statement its text is the SQL
     * @throws dev.surveyor.llm.LlmException with code {@code CANCELLED} when it was cancelled
     */
    public Answer run(Question statement, Cancellation cancellation) {
        return ByHand.run(statement, ground(), event -> {}, cancellation);
    }

    private Ground ground() {
        return new Ground(known, source, ModelAccess.of(Egress.STANDARD, models.budget(USER)));
    }
}
