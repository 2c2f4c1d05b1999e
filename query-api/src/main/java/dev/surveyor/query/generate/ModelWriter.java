package dev.surveyor.query.generate;

import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.Completion;
import dev.surveyor.llm.FilledPrompt;
import dev.surveyor.llm.Holds;
import dev.surveyor.llm.LanguageModel;
import dev.surveyor.llm.LlmException;
import dev.surveyor.llm.Message;
import dev.surveyor.llm.ModelRequest;
import dev.surveyor.llm.Prompt;
import dev.surveyor.query.Turn;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One question put to the language model, and its further rounds: it remembers what it was told and
 * what it answered. For one thread.
 */
public final class ModelWriter {

    private static final Prompt FIRST = Prompt.beside(ModelWriter.class, "sql");
    private static final Prompt AGAIN = Prompt.beside(ModelWriter.class, "sql-again");

    private static final int ANSWER_TOKENS_MAX = 1_500;
    private static final int TURN_CHARS_MAX = 1_500;

    private final LanguageModel model;
    private final ModelAccess access;
    private final Cancellation cancellation;
    private final Consumer<String> words;
    private FilledPrompt prompt;

    /**
     * Asks nobody yet.
     *
     * @param schema what is told of the database
     * @param words gets what the model says before its SQL, as it says it
     */
    public ModelWriter(
            LanguageModel model,
            ModelAccess access,
            String dialect,
            String today,
            String schema,
            String question,
            List<Turn> before,
            Cancellation cancellation,
            Consumer<String> words) {
        this.model = model;
        this.access = access;
        this.cancellation = cancellation;
        this.words = words;
        this.prompt =
                FIRST.fill(
                        Map.of(
                                "dialect", dialect,
                                "today", today,
                                "schema", schema,
                                "before", said(before),
                                "question", question));
    }

    /** Earlier answers stand there without their rows. */
    private static String said(List<Turn> before) {
        return before.isEmpty()
                ? "(nothing)"
                : before.stream()
                        .map(turn ->
                                cut("Q: " + turn.question())
                                        + (turn.sql().isEmpty() ? "" : "\nSQL: " + cut(turn.sql())))
                        .collect(Collectors.joining("\n"));
    }

    private static String cut(String text) {
        return text.length() > TURN_CHARS_MAX ? text.substring(0, TURN_CHARS_MAX) + "…" : text;
    }

    /** The first answer. */
    public Proposal write() {
        return ask();
    }

    /**
     * Another one, after this went wrong.
     *
     * @param fault what the guard or the database said
     */
    public Proposal repair(String fault) {
        FilledPrompt again = AGAIN.fill(Map.of("fault", cut(fault)));
        prompt = prompt.plus(again.messages().toArray(Message[]::new));
        return ask();
    }

    private Proposal ask() {
        Set<Holds> holds = EnumSet.of(Holds.NAMES);
        if (access.values()) {
            holds.add(Holds.VALUES);
        }
        try {
            SaidWords said = new SaidWords(words);
            Completion completion =
                    model.stream(
                            new ModelRequest(prompt, holds, access.mayLeave(), access.budget())
                                    .withAnswerTokensMax(ANSWER_TOKENS_MAX),
                            said::piece,
                            cancellation);
            prompt = prompt.plus(new Message(Message.Role.ASSISTANT, completion.text()));
            said.rest();
            return proposal(completion.text());
        } catch (LlmException e) {
            if (e.code() == LlmException.Code.CANCELLED) {
                throw e;
            }
            return new Proposal.Away(e.getMessage());
        }
    }

    private Proposal proposal(String text) {
        return switch (ModelReply.of(text)) {
            case ModelReply.Sql(String explanation, String sql) ->
                    new Proposal.Candidates(
                            List.of(
                                    new Candidate(
                                            model.name().toString(),
                                            sql,
                                            explanation,
                                            Confidence.MODEL_ALONE,
                                            List.of(),
                                            List.of(),
                                            List.of())));
            case ModelReply.Ask(String question, List<String> choices) ->
                    new Proposal.Ask(question, choices);
            case ModelReply.Cannot(String reason) -> new Proposal.Cannot(reason, List.of());
            case ModelReply.Other() ->
                    new Proposal.Away("The language model gave no SQL for this question.");
        };
    }
}
