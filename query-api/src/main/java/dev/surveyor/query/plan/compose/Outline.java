package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's rows are held to.
 *
 * @param operation with a second select of the same make-up; null: there is none
 * @param other what the second select's rows are held to
 * @param skipped slots that are left out though they say much
 * @param fit how much speaks for the conditions where they stand
 */
record Outline(
        List<Condition> where,
        List<Condition> having,
        Query.@Nullable SetOperation operation,
        List<Condition> other,
        int skipped,
        double fit) {

    Outline {
        where = List.copyOf(where);
        having = List.copyOf(having);
        other = List.copyOf(other);
    }

    /** The whole query with this select as its first; null: it cannot be. */
    @Nullable Query finished(Query.Select select, Froms froms, Lookup lookup) {
        if (operation == null) {
            return select;
        }
        if (!select.groupBy().isEmpty()
                || !select.orderBy().isEmpty()
                || select.items().stream().anyMatch(item -> item.aggregate())) {
            return null;
        }
        SequencedSet<Integer> needed = new LinkedHashSet<>();
        select.items()
                .forEach(item -> {
                    if (item.column() >= 0) {
                        needed.add(lookup.column(item.column()).table());
                    }
                });
        for (Condition condition : Parts.simple(other)) {
            if (Parts.column(condition) >= 0) {
                needed.add(lookup.column(Parts.column(condition)).table());
            }
        }
        List<JoinTree> trees = new ArrayList<>(froms.of(needed));
        if (trees.isEmpty()) {
            return null;
        }
        Query.Select second =
                new Query.Select(
                        false,
                        select.items(),
                        trees.getFirst(),
                        other,
                        List.of(),
                        List.of(),
                        List.of(),
                        null);
        return new Query.Combined(operation, select, second);
    }
}
