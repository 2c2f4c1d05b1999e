package dev.surveyor.query.understand;

import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.Holds;
import dev.surveyor.llm.JsonSchema;
import dev.surveyor.llm.LanguageModel;
import dev.surveyor.llm.ModelRequest;
import dev.surveyor.llm.Prompt;
import dev.surveyor.query.Turn;
import dev.surveyor.query.generate.ModelAccess;
import dev.surveyor.query.generate.PlainWords;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Has a language model say in plain English, and in full, what rules could not make out: a question
 * in another language, one that points at what was said before, or which of several meanings the
 * talk so far has settled.
 */
public final class Restating {

    private static final Prompt PROMPT = Prompt.beside(Restating.class, "restate");

    private static final JsonSchema ANSWER =
            JsonSchema.of(
                    "restated",
                    """
                    {"type": "object", "required": ["question", "choice"], "additionalProperties": false,
                     "properties": {
                       "question": {"type": "string", "minLength": 3, "maxLength": 400},
                       "choice": {"type": "integer", "minimum": 0, "maximum": 20}}}
                    """);

    private static final int ANSWER_TOKENS_MAX = 200;
    private static final int TURN_CHARS_MAX = 400;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /**
     * What the model made of it.
     *
     * @param question in English, without anything that only the talk explains
     * @param choice which of the meanings it has, from 1; 0: that is not settled
     */
    public record Restated(String question, int choice) {}

    private Restating() {}

    /**
     * Asks once.
     *
     * @param choices what it may mean; empty: nobody doubts that
     * @return empty where the model says something of which it cannot know
     * @throws dev.surveyor.llm.LlmException when it gives no answer
     */
    public static Optional<Restated> of(
            String question,
            List<Turn> before,
            List<String> choices,
            LanguageModel model,
            ModelAccess access,
            Cancellation cancellation) {
        Set<Holds> holds = EnumSet.of(Holds.NAMES);
        if (access.values()) {
            holds.add(Holds.VALUES);
        }
        JsonNode said =
                model.completeTo(
                                ANSWER,
                                new ModelRequest(
                                                PROMPT.fill(
                                                        Map.of(
                                                                "before", said(before),
                                                                "question", question,
                                                                "choices", listed(choices))),
                                                holds,
                                                access.mayLeave(),
                                                access.budget())
                                        .withAnswerTokensMax(ANSWER_TOKENS_MAX),
                                cancellation)
                        .json();
        String restated =
                PlainWords.of(said.path("question").asString("").replaceAll("\\s+", " ").strip());
        int choice = said.path("choice").asInt(0);
        return saysNumbersOf(question, before, restated) && choice <= choices.size()
                ? Optional.of(new Restated(restated, choice))
                : Optional.empty();
    }

    /** All of the question's, and none that nobody said. */
    static boolean saysNumbersOf(String question, List<Turn> before, String restated) {
        Set<String> asked = numbers(question);
        Set<String> known = new HashSet<>(asked);
        before.forEach(turn -> known.addAll(numbers(turn.question())));
        Set<String> said = numbers(restated);
        return said.containsAll(asked) && known.containsAll(said);
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String said(List<Turn> before) {
        return before.isEmpty()
                ? "(nothing)"
                : before.stream()
                        .map(turn -> cut(turn.question()))
                        .collect(Collectors.joining("\n"));
    }

    private static String listed(List<String> choices) {
        return choices.isEmpty()
                ? "(none)"
                : IntStream.range(0, choices.size())
                        .mapToObj(i -> (i + 1) + ". " + cut(choices.get(i)))
                        .collect(Collectors.joining("\n"));
    }

    private static String cut(String text) {
        return text.length() > TURN_CHARS_MAX ? text.substring(0, TURN_CHARS_MAX) + "…" : text;
    }
}
