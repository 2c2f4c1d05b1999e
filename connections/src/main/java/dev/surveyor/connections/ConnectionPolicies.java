package dev.surveyor.connections;

import dev.surveyor.access.Role;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.TableName;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * All that binds the askers of a connection.
 *
 * @param liftedForOwners whether owners see everything all the same
 * @param trustedFunctions of the database that may be called
 * @param trustedViews that may be read whatever they read themselves
 */
public record ConnectionPolicies(
        List<PolicyRule> rules,
        boolean liftedForOwners,
        List<String> trustedFunctions,
        List<TableName> trustedViews) {

    public static final ConnectionPolicies NONE =
            new ConnectionPolicies(List.of(), false, List.of(), List.of());

    public ConnectionPolicies {
        rules = List.copyOf(rules);
        trustedFunctions = List.copyOf(trustedFunctions);
        trustedViews = List.copyOf(trustedViews);
    }

    /** What of it binds this asker, all rules that fit together. */
    public Policies of(UUID asker, Role role, Right right, ConnectionOptions options) {
        List<PolicyRule> binding =
                liftedForOwners && right == Right.OWNER
                        ? List.of()
                        : rules.stream().filter(rule -> rule.binds(asker, role, right)).toList();
        return new Policies(
                options.includedSchemas(),
                java.util.stream.Stream.concat(
                                options.excludedSchemas().stream(),
                                all(binding, PolicyRule::hiddenSchemas).stream())
                        .distinct()
                        .toList(),
                all(binding, PolicyRule::hiddenTables),
                all(binding, PolicyRule::hiddenColumns),
                all(binding, PolicyRule::rowFilters),
                all(binding, PolicyRule::masks),
                trustedFunctions,
                trustedViews);
    }

    private static <T> List<T> all(List<PolicyRule> rules, Function<PolicyRule, List<T>> part) {
        return rules.stream().flatMap(rule -> part.apply(rule).stream()).distinct().toList();
    }
}
