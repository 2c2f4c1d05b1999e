package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.grasp.Paths.Step;
import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table and what they are held to. What each row has once is joined; what it may
 * have several times is asked for by a query within, so that no row is counted twice.
 */
final class Rows {

    private final Lookup lookup;
    private final int table;
    private final Paths paths;
    private final List<Integer> tables = new ArrayList<>();
    private final List<KeyEdge> edges = new ArrayList<>();
    private final List<Condition> where = new ArrayList<>();
    private final List<Condition> having = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private boolean broken;

    /** Rows of another table that a row has, or has not. */
    private record Branch(Step first, boolean negated, Rows rows) {}

    Rows(Lookup lookup, int table) {
        this.lookup = lookup;
        this.table = table;
        paths = new Paths(lookup, table);
        tables.add(table);
    }

    int table() {
        return table;
    }

    Paths paths() {
        return paths;
    }

    List<Condition> where() {
        return where;
    }

    /** Whether a query within asks for rows of that table already. */
    boolean has(int other) {
        List<Step> steps = paths.to(other);
        return steps.stream()
                .filter(Step::many)
                .findFirst()
                .filter(first ->
                        branches.stream()
                                .anyMatch(each -> each.first().equals(first) && !each.negated()))
                .isPresent();
    }

    /** The rows that stand for a table: these, where each has one there, or those of a branch. */
    Rows of(int other) {
        return of(other, false);
    }

    /** The rows of another table that these have not. */
    Rows without(int other) {
        return of(other, true);
    }

    private Rows of(int other, boolean negated) {
        List<Step> steps = paths.to(other);
        int many = 0;
        while (many < steps.size() && !steps.get(many).many()) {
            join(steps.get(many));
            many++;
        }
        if (many == steps.size()) {
            return this;
        }
        Step first = steps.get(many);
        Optional<Branch> known =
                branches.stream()
                        .filter(each -> each.first().equals(first) && each.negated() == negated)
                        .findFirst();
        Branch branch =
                known.orElseGet(() -> new Branch(first, negated, new Rows(lookup, first.to())));
        if (known.isEmpty()) {
            branches.add(branch);
        }
        return branch.rows().of(other, false);
    }

    private void join(Step step) {
        if (!tables.contains(step.to())) {
            tables.add(step.to());
            edges.add(step.edge());
        }
    }

    void add(Condition condition) {
        where.add(condition);
    }

    void having(Condition condition) {
        having.add(condition);
    }

    /** The tables that are read, joined; null: what is wanted cannot be said. */
    JoinTree from() {
        return new JoinTree(tables, edges, edges.size());
    }

    List<Condition> conditions() {
        List<Condition> all = new ArrayList<>(where);
        for (Branch branch : branches) {
            KeyEdge edge = branch.first().edge();
            if (edge.columns().size() != 1) {
                broken = true;
                continue;
            }
            all.add(
                    new Condition.In(
                            edge.keyColumns().getFirst(),
                            branch.negated(),
                            branch.rows().keys(edge.columns().getFirst(), branch.negated())));
            broken |= branch.rows().broken();
        }
        return all;
    }

    boolean broken() {
        return broken;
    }

    private Query keys(int column, boolean negated) {
        List<Condition> conditions = new ArrayList<>(conditions());
        if (negated && lookup.lore(column).nullable()) {
            conditions.add(new Condition.Missing(column, true));
        }
        return new Query.Select(
                false,
                List.of(Measure.of(column)),
                from(),
                conditions,
                having.isEmpty() ? List.of() : List.of(column),
                having,
                List.of(),
                null);
    }

    Query.Select select(
            List<Measure> items,
            List<Integer> groups,
            List<Condition> over,
            List<Query.Order> orders,
            @Nullable Integer limit,
            int skip) {
        return new Query.Select(
                false, items, from(), conditions(), groups, over, orders, limit, skip);
    }
}
