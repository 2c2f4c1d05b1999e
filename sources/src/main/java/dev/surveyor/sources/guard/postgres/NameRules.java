package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.postgres.Expression.Call;
import dev.surveyor.sources.guard.postgres.Expression.Operator;
import dev.surveyor.sources.guard.postgres.Facts.FunctionFact;
import dev.surveyor.sources.guard.postgres.Facts.OperatorFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which functions and operators a name can mean, and how it is written so that it means only those
 * that merely compute.
 */
final class NameRules {

    static final String SYSTEM = "pg_catalog";

    private final Facts facts;
    private final Visibility visibility;

    NameRules(Facts facts, Visibility visibility) {
        this.facts = facts;
        this.visibility = visibility;
    }

    /** A function's name as it is to be written, and the functions that it can mean. */
    record Resolved(String written, List<FunctionFact> functions) {}

    Resolved function(Call call) {
        List<String> name = withoutDatabase(call.name(), call.at());
        String wanted = name.getLast();
        String given = name.size() > 1 ? name.getFirst() : "";
        int count =
                call.arguments().size()
                        + (call.withinGroup() == null ? 0 : call.withinGroup().size());
        Map<String, List<FunctionFact>> bySchema = new LinkedHashMap<>();
        boolean known = false;
        for (FunctionFact function : facts.functions().getOrDefault(wanted, List.of())) {
            if (given.isEmpty() ? isOnPath(function.schema()) : function.schema().equals(given)) {
                known = true;
                if (fits(function, count, call)) {
                    bySchema.computeIfAbsent(function.schema(), _ -> new ArrayList<>())
                            .add(function);
                }
            }
        }
        if (bySchema.isEmpty() && known && name.equals(List.of("unnest"))) {
            // In FROM, PostgreSQL unnests several arrays side by side; elsewhere it says no.
            return new Resolved("unnest", facts.functions().getOrDefault(wanted, List.of()));
        }
        if (bySchema.isEmpty()) {
            throw Refusals.of(
                    GuardRule.FUNCTION,
                    known
                            ? "No function " + wanted + " takes " + count + " arguments"
                            : "There is no function " + wanted,
                    call.at().offset());
        }
        return chosen(wanted, bySchema, call);
    }

    private static boolean fits(FunctionFact function, int count, Call call) {
        boolean variadic = call.arguments().stream().anyMatch(Expression.Argument::variadic);
        return (variadic && function.argumentsMax() == Integer.MAX_VALUE)
                || (count >= function.argumentsMin() && count <= function.argumentsMax());
    }

    private Resolved chosen(String wanted, Map<String, List<FunctionFact>> bySchema, Call call) {
        List<FunctionFact> all = bySchema.values().stream().flatMap(List::stream).toList();
        if (bySchema.size() > 1 && all.stream().allMatch(this::isAllowed)) {
            return new Resolved(Quoting.identifier(wanted), all);
        }
        List<String> schemas = new ArrayList<>();
        if (bySchema.containsKey(SYSTEM)) {
            schemas.add(SYSTEM);
        } else if (bySchema.size() == 1) {
            schemas.addAll(bySchema.keySet());
        }
        for (String schema : schemas) {
            List<FunctionFact> functions = bySchema.getOrDefault(schema, List.of());
            if (functions.stream().allMatch(this::isAllowed)) {
                return new Resolved(Quoting.qualified(List.of(schema, wanted)), functions);
            }
        }
        throw Refusals.of(
                GuardRule.FUNCTION,
                "The function " + wanted + " may not be called",
                call.at().offset());
    }

    private boolean isAllowed(FunctionFact function) {
        return function.safe() || visibility.trusts(function);
    }

    boolean isOnPath(String schema) {
        return schema.equals(SYSTEM) || facts.searchPath().contains(schema);
    }

    /** {@code (value).name} calls a function of that name where there is no such field. */
    void field(String name, Position at) {
        for (FunctionFact function : facts.functions().getOrDefault(name, List.of())) {
            boolean callable = function.argumentsMin() <= 1 && function.argumentsMax() >= 1;
            if (callable && isOnPath(function.schema()) && !isAllowed(function)) {
                throw Refusals.of(
                        GuardRule.FUNCTION,
                        "The field " + name + " could be a call of the function " + name,
                        at.offset());
            }
        }
    }

    /** The part of a name behind this database's own. */
    List<String> withoutDatabase(List<String> name, Position at) {
        if (name.size() < 3) {
            return name;
        }
        if (name.size() > 3 || !name.getFirst().equals(facts.database())) {
            throw Refusals.of(
                    GuardRule.UNKNOWN_TABLE,
                    "Nothing of another database can be named",
                    at.offset());
        }
        return name.subList(1, name.size());
    }

    String operator(Operator operator, boolean prefix) {
        String schema = operator.schema();
        List<OperatorFact> all =
                facts.operators().getOrDefault(operator.symbol(), List.of()).stream()
                        .filter(one -> one.prefix() == prefix)
                        .filter(one ->
                                schema == null
                                        ? isOnPath(one.schema())
                                        : one.schema().equals(schema))
                        .toList();
        if (all.isEmpty()) {
            throw Refusals.of(
                    GuardRule.OPERATOR,
                    "There is no operator " + operator.symbol(),
                    operator.at().offset());
        }
        if (all.stream().allMatch(this::isAllowed)) {
            return schema == null ? operator.symbol() : pinned(schema, operator);
        }
        List<OperatorFact> system =
                all.stream().filter(one -> one.schema().equals(SYSTEM)).toList();
        if (!system.isEmpty() && system.stream().allMatch(this::isAllowed)) {
            return pinned(SYSTEM, operator);
        }
        throw Refusals.of(
                GuardRule.OPERATOR,
                "The operator " + operator.symbol() + " runs a function that may not be called",
                operator.at().offset());
    }

    private boolean isAllowed(OperatorFact operator) {
        return operator.safe();
    }

    private static String pinned(String schema, Operator operator) {
        return "OPERATOR(" + Quoting.identifier(schema) + "." + operator.symbol() + ")";
    }

    /** Operators that SQL's words stand for: they are looked up by their names too. */
    void implied(Set<String> symbols, Position at) {
        for (String symbol : symbols) {
            for (OperatorFact operator : facts.operators().getOrDefault(symbol, List.of())) {
                if (isOnPath(operator.schema()) && !isAllowed(operator)) {
                    throw Refusals.of(
                            GuardRule.OPERATOR,
                            "What stands here uses the operator "
                                    + symbol
                                    + ", of which a user of the database made another one",
                            at.offset());
                }
            }
        }
    }
}
