package dev.surveyor.pipeline.advice;

import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.TextHash;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Egress;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.Holds;
import dev.surveyor.llm.JsonSchema;
import dev.surveyor.llm.LanguageModel;
import dev.surveyor.llm.LanguageModels;
import dev.surveyor.llm.LlmException;
import dev.surveyor.llm.MayLeave;
import dev.surveyor.llm.ModelRequest;
import dev.surveyor.llm.Prompt;
import dev.surveyor.pipeline.StrategyAdvisor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Asks the language model, within the connection's egress and so many times a survey. What it said
 * is kept by what it was asked: the same question is never asked twice.
 */
final class ModelAdvisor implements StrategyAdvisor {

    private static final Logger LOG = LoggerFactory.getLogger(ModelAdvisor.class);

    private static final Prompt PROMPT = Prompt.beside(ModelAdvisor.class, "strategy");

    private static final JsonSchema ANSWER =
            JsonSchema.of(
                    "strategies",
                    """
                    {"type": "object", "required": ["columns"], "additionalProperties": false,
                     "properties": {"columns": {"type": "array", "maxItems": 40, "items":
                       {"type": "object", "required": ["name", "strategy", "reason", "confidence"],
                        "additionalProperties": false,
                        "properties": {
                          "name": {"type": "string"},
                          "strategy": {"enum": ["CATEGORICAL", "VECTOR", "SKIP"]},
                          "reason": {"type": "string", "maxLength": 300},
                          "confidence": {"type": "number", "minimum": 0, "maximum": 1}}}}}}
                    """);

    private final LanguageModels models;
    private final AdviceRows rows;
    private final Connection connection;
    private final AtomicInteger left;

    ModelAdvisor(LanguageModels models, AdviceRows rows, Connection connection, int tablesMax) {
        this.models = models;
        this.rows = rows;
        this.connection = connection;
        this.left = new AtomicInteger(tablesMax);
    }

    @Override
    public List<Advice> advise(Question question) {
        LanguageModel model = models.model();
        boolean values = connection.options().egress().what().contains(Egress.What.VALUES);
        String columns = columns(question, values);
        UUID asked =
                TextHash.of(
                        PROMPT.hash(),
                        model.name().toString(),
                        question.table().toString(),
                        question.description(),
                        columns);
        Optional<String> known = rows.of(connection.id(), asked);
        if (known.isPresent()) {
            return advice(AdviceRows.JSON.readTree(known.get()));
        }
        if (!model.availability().ready() || left.getAndDecrement() <= 0) {
            return List.of();
        }
        try {
            JsonNode answer =
                    model.completeTo(
                                    ANSWER,
                                    new ModelRequest(
                                            PROMPT.fill(
                                                    Map.of(
                                                            "table",
                                                            question.table()
                                                                    + "\n"
                                                                    + question.description(),
                                                            "columns",
                                                            columns)),
                                            values
                                                    ? Set.of(Holds.NAMES, Holds.VALUES)
                                                    : Set.of(Holds.NAMES),
                                            mayLeave(connection.options().egress()),
                                            models.budget("survey of " + connection.id())),
                                    new Cancellation())
                            .json();
            rows.keep(connection.id(), asked, answer.toString(), model.name().toString());
            return advice(answer);
        } catch (LlmException e) {
            LOG.info("No advice on {}: {}", question.table(), e.getMessage());
            return List.of();
        }
    }

    private static String columns(Question question, boolean values) {
        return question.columns().stream()
                .map(column ->
                        "%s (%s): %s, because: %s%s"
                                .formatted(
                                        column.name(),
                                        column.type(),
                                        column.found().strategy(),
                                        column.found().reason(),
                                        values && !column.samples().isEmpty()
                                                ? " Some values: "
                                                        + String.join(", ", column.samples())
                                                : ""))
                .collect(Collectors.joining("\n"));
    }

    private static List<Advice> advice(JsonNode answer) {
        List<Advice> advice = new ArrayList<>();
        for (JsonNode column : answer.path("columns")) {
            advice.add(
                    new Advice(
                            column.path("name").asString(""),
                            Strategy.valueOf(column.path("strategy").asString("")),
                            column.path("reason").asString(""),
                            column.path("confidence").asDouble(0)));
        }
        return advice;
    }

    private static MayLeave mayLeave(Egress egress) {
        Set<Holds> what = EnumSet.noneOf(Holds.class);
        egress.what().forEach(each -> what.add(Holds.valueOf(each.name())));
        MayLeave.Where where =
                switch (egress.where()) {
                    case NONE -> MayLeave.Where.NOWHERE;
                    case LOCAL -> MayLeave.Where.LOCAL;
                    case PROVIDERS -> MayLeave.Where.HOLDERS;
                };
        return new MayLeave(where, Set.copyOf(egress.providers()), what);
    }
}
