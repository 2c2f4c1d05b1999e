package dev.surveyor.sources.guard.postgres;

import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.Refusing;
import dev.surveyor.sources.guard.postgres.Facts.RelationFact;
import dev.surveyor.sources.guard.postgres.FromItem.Table;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Views are held to the same rules as statements: what may not be read may not be read through them
 * either, and what is filtered is filtered in them too.
 */
final class Views {

    static final int DEPTH_MAX = 8;

    private final Rules rules;
    private final Map<TableName, Checked> checked = new ConcurrentHashMap<>();

    Views(Rules rules) {
        this.rules = rules;
    }

    /**
     * A view's own query where it cannot stand as it is.
     *
     * @param query null where the view itself is read
     */
    record Expanded(@Nullable String query) {

        static final Expanded NOT = new Expanded(null);
    }

    /** What came out for one view. */
    private record Checked(
            @Nullable String problem, String query, boolean restricted, Set<String> relations) {}

    Expanded expand(RelationFact relation, Table table, Binder binder) {
        if (relation.kind() != 'v' && relation.kind() != 'm') {
            return Expanded.NOT;
        }
        if (rules.visibility().trustsView(relation.name())) {
            binder.relations.addAll(relationsOfTrusted(relation));
            return Expanded.NOT;
        }
        Checked result = checked.get(relation.name());
        if (result == null) {
            result = check(relation, binder.depth);
            checked.put(relation.name(), result);
        }
        if (result.problem() != null) {
            throw Refusals.of(
                    GuardRule.VIEW,
                    "The view " + relation.name() + " may not be read: " + result.problem(),
                    table.at().offset());
        }
        binder.relations.addAll(result.relations());
        if (!result.restricted()) {
            return Expanded.NOT;
        }
        if (relation.kind() == 'm') {
            throw Refusals.of(
                    GuardRule.VIEW,
                    "The materialized view "
                            + relation.name()
                            + " holds rows of tables that are filtered or masked",
                    table.at().offset());
        }
        return new Expanded(result.query());
    }

    private Checked check(RelationFact relation, int depth) {
        if (depth >= DEPTH_MAX || relation.definition() == null) {
            return new Checked("its definition cannot be followed", "", false, Set.of());
        }
        try {
            Query query = Parser.statement(relation.definition()).query();
            Binder binder = new Binder(rules, depth + 1);
            binder.query(query, null, null);
            return new Checked(
                    null,
                    Printer.print(query, binder.decided),
                    binder.restricted,
                    Set.copyOf(binder.relations));
        } catch (Refusing e) {
            return new Checked(reason(e.refusal()), "", false, Set.of());
        }
    }

    /** Names of what is hidden do not get out through a message. */
    private static String reason(Refusal refusal) {
        return switch (refusal.rule()) {
            case FUNCTION, OPERATOR, TYPE, CAST, POLICY ->
                    "it does what a statement may not ("
                            + refusal.sentence().replaceAll("\\.$", "")
                            + ")";
            default -> "it reads what may not be seen";
        };
    }

    /** What a trusted view reads, as far as that can be told. */
    private Set<String> relationsOfTrusted(RelationFact relation) {
        try {
            Query query = Parser.statement(String.valueOf(relation.definition())).query();
            Binder binder = new Binder(rules.unrestricted(), DEPTH_MAX - 1);
            binder.query(query, null, null);
            return binder.relations;
        } catch (Refusing e) {
            throw Refusals.of(
                    GuardRule.VIEW,
                    "The view "
                            + relation.name()
                            + " is trusted, but cannot be followed: "
                            + reason(e.refusal()),
                    -1);
        }
    }
}
