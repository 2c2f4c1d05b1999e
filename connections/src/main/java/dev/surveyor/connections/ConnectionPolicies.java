package dev.surveyor.connections;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Role;
import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that binds the askers of a connection.
 *
 * @param attributes of askers that row filters ask for, besides those that everybody has
 * @param liftedForOwners whether owners see everything all the same
 * @param trustedFunctions of the database that may be called
 * @param trustedViews that may be read whatever they read themselves
 */
public record ConnectionPolicies(
        List<PolicyRule> rules,
        List<AskerAttribute> attributes,
        boolean liftedForOwners,
        List<String> trustedFunctions,
        List<TableName> trustedViews) {

    /** Attributes that everybody has, and that nobody can be given. */
    public static final Set<String> OWN_ATTRIBUTES =
            Set.of("id", "username", "email", "role", "share");

    public static final ConnectionPolicies NONE =
            new ConnectionPolicies(List.of(), List.of(), false, List.of(), List.of());

    public ConnectionPolicies {
        rules = List.copyOf(rules);
        attributes = List.copyOf(attributes);
        trustedFunctions = List.copyOf(trustedFunctions);
        trustedViews = List.copyOf(trustedViews);
    }

    /** Whether there is nothing in it that could be missing from a database. */
    public boolean nameNothing() {
        return rules.isEmpty() && trustedFunctions.isEmpty() && trustedViews.isEmpty();
    }

    /** What of it binds this asker, all rules that fit together. */
    Policies of(
            UUID asker, Role role, Right right, ConnectionOptions options, List<TableName> closed) {
        boolean lifted = liftedForOwners && right == Right.OWNER;
        List<PolicyRule> binding =
                lifted
                        ? List.of()
                        : rules.stream().filter(rule -> rule.binds(asker, role, right)).toList();
        return new Policies(
                options.includedSchemas(),
                Stream.concat(
                                options.excludedSchemas().stream(),
                                all(binding, PolicyRule::hiddenSchemas).stream())
                        .distinct()
                        .toList(),
                Stream.concat(
                                all(binding, PolicyRule::hiddenTables).stream(),
                                lifted ? Stream.of() : closed.stream())
                        .distinct()
                        .toList(),
                all(binding, PolicyRule::hiddenColumns),
                all(binding, PolicyRule::rowFilters),
                strictest(all(binding, PolicyRule::masks)),
                trustedFunctions,
                trustedViews);
    }

    private static <T> List<T> all(List<PolicyRule> rules, Function<PolicyRule, List<T>> part) {
        return rules.stream().flatMap(rule -> part.apply(rule).stream()).distinct().toList();
    }

    /** Of what two different masks would show of a column nothing is left. */
    private static List<Mask> strictest(List<Mask> masks) {
        Map<ColumnName, Mask.Kind> kinds = new LinkedHashMap<>();
        masks.forEach(mask ->
                kinds.merge(
                        mask.column(),
                        mask.kind(),
                        (one, other) -> one == other ? one : Mask.Kind.HIDE));
        return kinds.entrySet().stream()
                .map(each -> new Mask(each.getKey(), each.getValue()))
                .toList();
    }

    /** What row filters may ask of this asker. */
    public Map<String, String> attributesOf(Caller asker, Right right) {
        Map<String, String> known = new LinkedHashMap<>();
        attributes.stream()
                .filter(attribute -> attribute.person().equals(asker.id()))
                .forEach(attribute -> known.put(attribute.name(), attribute.value()));
        known.put("id", asker.id().toString());
        known.put("username", asker.username());
        known.put("email", asker.email());
        known.put("role", asker.role().name());
        known.put("share", right.name());
        return Map.copyOf(known);
    }
}
