package dev.surveyor.sources.guard.postgres;

import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.guard.postgres.Facts.RelationFact;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the server's own plan against what was bound. */
final class PlanGate {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Set<String> allowed;
    private final GuardLimits limits;

    PlanGate(Facts facts, Set<String> relations, GuardLimits limits) {
        this.limits = limits;
        this.allowed = new HashSet<>(relations);
        for (RelationFact relation : facts.relations().values()) {
            if (relations.contains(relation.name().toString())) {
                for (RelationFact part : facts.descendants(relation)) {
                    allowed.add(part.name().toString());
                }
            }
        }
    }

    Optional<Refusal> refused(String plan) {
        if (plan.isEmpty()) {
            return Optional.of(
                    new Refusal(
                            GuardRule.PLAN,
                            "The database's plan is too long to be looked at.",
                            -1,
                            "fewer and shorter values that are made of constants"));
        }
        JsonNode root;
        try {
            root = JSON.readTree(plan);
        } catch (JacksonException e) {
            return Optional.of(
                    new Refusal(GuardRule.PLAN, "The database's plan could not be read.", -1));
        }
        JsonNode top = root.path(0).path("Plan");
        if (!top.isObject()) {
            return Optional.of(
                    new Refusal(GuardRule.PLAN, "The database's plan could not be read.", -1));
        }
        return relations(root).or(() -> cost(top)).or(() -> rows(root));
    }

    private Optional<Refusal> relations(JsonNode node) {
        if (node.has("Relation Name")) {
            String name =
                    new TableName(
                                    node.path("Schema").asString(""),
                                    node.path("Relation Name").asString(""))
                            .toString();
            if (!allowed.contains(name)) {
                return Optional.of(
                        new Refusal(
                                GuardRule.PLAN,
                                "The database would read a table that the statement may not.",
                                -1));
            }
        }
        for (JsonNode child : node) {
            Optional<Refusal> refusal = relations(child);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> cost(JsonNode top) {
        double cost = top.path("Total Cost").asDouble(Double.MAX_VALUE);
        return cost <= limits.costMax()
                ? Optional.empty()
                : Optional.of(
                        refusal(
                                "The database estimates a cost of %,.0f, the most is %,.0f.",
                                cost, limits.costMax()));
    }

    private Optional<Refusal> rows(JsonNode node) {
        double rows = node.path("Plan Rows").asDouble(0);
        if (rows > limits.rowsMax()) {
            return Optional.of(
                    refusal(
                            "A step of the database's plan has %,.0f rows, the most is %,.0f.",
                            rows, limits.rowsMax()));
        }
        for (JsonNode child : node) {
            Optional<Refusal> refusal = rows(child);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Refusal refusal(String sentence, double found, double most) {
        return new Refusal(GuardRule.COST, String.format(Locale.ROOT, sentence, found, most), -1);
    }
}
