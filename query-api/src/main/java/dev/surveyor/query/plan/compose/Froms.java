package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.join.Joins;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.read.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The tables that a plan may read: those of its columns, perhaps with others that were said. */
final class Froms {

    private static final double SAID = -1.0;
    private static final int EXTRA_MAX = 2;

    private final Joins joins;
    private final List<Integer> likely;

    Froms(Lookup lookup, Joins joins, Reading reading) {
        this.joins = joins;
        likely =
                lookup.tables().stream()
                        .map(TableFacts::id)
                        .sorted(Comparator.comparingDouble(id -> -reading.tableLean(id)))
                        .filter(id -> reading.tableLean(id) > SAID)
                        .limit(4)
                        .toList();
    }

    /** Trees over the tables that are needed, and over these with likely ones beside. */
    List<JoinTree> of(SequencedSet<Integer> needed) {
        List<JoinTree> trees = new ArrayList<>();
        if (!needed.isEmpty()) {
            trees.addAll(joins.trees(needed));
        }
        int extra = 0;
        SequencedSet<Integer> more = new LinkedHashSet<>(needed);
        for (int table : likely) {
            if (extra < EXTRA_MAX && more.add(table)) {
                extra++;
                SequencedSet<Integer> one = new LinkedHashSet<>(needed);
                one.add(table);
                joins.trees(one).stream().limit(2).forEach(trees::add);
                if (extra == 2) {
                    joins.trees(more).stream().limit(1).forEach(trees::add);
                }
            }
        }
        return trees.stream().distinct().toList();
    }
}
