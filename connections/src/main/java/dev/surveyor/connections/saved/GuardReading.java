package dev.surveyor.connections.saved;

import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Conditions and functions of policies as the guard reads them. What it does not understand it
 * would refuse at each question: better that the owner is told when they save it.
 */
record GuardReading(Structure structure, StatementRules rules, SourceSession session) {

    /** Ends of statements, comments, other kinds of quotes: nothing that a condition needs. */
    private static final Pattern NO_CONDITION = Pattern.compile(";|--|/\\*|\\$\\$|\\\\|\\p{Cntrl}");

    private static final Pattern FUNCTION =
            Pattern.compile("(?<schema>[^.()]+)\\.(?<name>[^.()]+)\\((?<types>[^()]*)\\)");

    /** Any text will do: what a condition means does not hang on it. */
    private static final String SOME_VALUE = "1";

    /** What would refuse a question because of the filter, not because of its table. */
    private static final Set<GuardRule> AT_FAULT = Set.of(GuardRule.POLICY, GuardRule.SERVER);

    void require(RowFilter filter, Set<String> attributes, String where) {
        if (NO_CONDITION.matcher(filter.condition()).find() || !balanced(filter.condition())) {
            throw PolicyCheck.invalid(
                    where,
                    "The condition on '%s' must be one expression, such as region = asker.region, without comments, semicolons or backslashes."
                            .formatted(filter.table()));
        }
        String probe = probe(filter.table());
        Policies alone = only(List.of(filter), List.of());
        if (refusal(guard(alone, Map.of()).read(probe)).isEmpty()) {
            // The same for everybody: the database itself can say whether it can run it.
            refuse(
                    filter,
                    where,
                    refusal(guard(alone, Map.of()).check(probe, session)),
                    attributes);
        } else {
            Map<String, String> values =
                    attributes.stream()
                            .collect(Collectors.toMap(Function.identity(), _ -> SOME_VALUE));
            refuse(filter, where, refusal(guard(alone, values).read(probe)), attributes);
        }
    }

    /** A query of the table, named in full where the guard of this kind of source allows that. */
    private String probe(TableName table) {
        String bare = "SELECT 1 FROM " + quoted(table.name());
        String full = "SELECT 1 FROM %s.%s".formatted(quoted(table.schema()), quoted(table.name()));
        return switch (guard(Policies.NONE, Map.of()).read(full)) {
            case Verdict.Accepted _ -> full;
            case Verdict.Refused(Refusal refusal) ->
                    refusal.rule() == GuardRule.UNKNOWN_TABLE ? bare : full;
        };
    }

    private static void refuse(
            RowFilter filter, String where, Optional<Refusal> refusal, Set<String> attributes) {
        if (refusal.isPresent()) {
            throw PolicyCheck.invalid(
                    where,
                    "The condition on '%s' cannot be used: %s An asker has: %s."
                            .formatted(
                                    filter.table(),
                                    refusal.get().sentence(),
                                    attributes.stream()
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
    }

    private String quoted(String name) {
        return session.dialect().quote(name);
    }

    private Guard guard(Policies policies, Map<String, String> attributes) {
        return new Guard(rules, rules.judge(structure, policies, attributes), GuardLimits.STANDARD);
    }

    private static Policies only(List<RowFilter> filters, List<String> functions) {
        return new Policies(
                List.of(), List.of(), List.of(), List.of(), filters, List.of(), functions,
                List.of());
    }

    private static Optional<Refusal> refusal(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ -> Optional.empty();
            case Verdict.Refused(Refusal refusal) ->
                    Optional.of(refusal).filter(found -> AT_FAULT.contains(found.rule()));
        };
    }

    /** Whether parentheses and quotes end where they began, so that nothing leaks out of them. */
    private static boolean balanced(String condition) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < condition.length(); i++) {
            char c = condition.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth < 0) {
                return false;
            }
        }
        return depth == 0 && quote == 0;
    }

    /** Trust in what is not there would one day be trust in something else. */
    void requireFunctions(List<String> trusted) {
        Policies trusting = only(List.of(), trusted);
        for (String function : trusted) {
            Matcher parts = FUNCTION.matcher(function);
            boolean callable =
                    parts.matches()
                            && guard(trusting, Map.of()).read(call(parts))
                                    instanceof Verdict.Accepted;
            if (!callable) {
                throw PolicyCheck.invalid(
                        "trustedFunctions",
                        "There is no function '%s' that can be trusted: write schema, name and the types of all arguments as the database does, such as public.net_price(numeric,character varying), and trust all of that name with as many arguments."
                                .formatted(function));
            }
        }
    }

    private String call(Matcher parts) {
        String types = parts.group("types");
        int arguments = types.isBlank() ? 0 : types.split(",", -1).length;
        return "SELECT %s.%s(%s)"
                .formatted(
                        quoted(parts.group("schema")),
                        quoted(parts.group("name")),
                        String.join(", ", Collections.nCopies(arguments, "NULL")));
    }
}
