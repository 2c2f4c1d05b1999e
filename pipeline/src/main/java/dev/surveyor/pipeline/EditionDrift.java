package dev.surveyor.pipeline;

import dev.surveyor.catalog.Drift;
import dev.surveyor.catalog.Drift.Change;
import dev.surveyor.catalog.Drift.Kind;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.pipeline.drift.DriftList;
import dev.surveyor.pipeline.drift.PolicyFit;
import dev.surveyor.pipeline.drift.TableDrift;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a new edition changes; asks for the insights of changed tables only.
 *
 * @param closed the tables that nobody may see until a person has looked at the policies: all of
 *     them, however many the drift lists
 */
public record EditionDrift(Drift drift, Set<TableName> closed) {

    /** Of an edition that has none before it. */
    public static final EditionDrift NONE = new EditionDrift(Drift.NONE, Set.of());

    public EditionDrift {
        closed = Collections.unmodifiableSortedSet(new TreeSet<>(closed));
    }

    /** A table's insight before and after, both with the corrections of today. */
    public record Pair(Insight before, Insight after) {}

    /**
     * What is different.
     *
     * @param before what is different in it is enough; so of the one after
     * @param changed hands over those tables of both editions that were surveyed anew, by name
     */
    public static EditionDrift of(
            Structure before,
            Structure after,
            Consumer<Consumer<Pair>> changed,
            List<Policies> policies) {
        DriftList drift = new DriftList();
        after.tables().stream()
                .map(Table::name)
                .filter(name -> before.table(name).isEmpty())
                .forEach(name -> drift.add(table(Kind.TABLE_ADDED, name, "is new")));
        before.tables().stream()
                .map(Table::name)
                .filter(name -> after.table(name).isEmpty())
                .forEach(name -> drift.add(table(Kind.TABLE_DROPPED, name, "is gone")));
        changed.accept(pair -> TableDrift.find(pair.before(), pair.after(), drift::add));
        Set<TableName> closed = new TreeSet<>();
        for (Policies each : policies) {
            PolicyFit.unfit(each, before, after)
                    .forEach(unfit -> {
                        closed.add(unfit.table());
                        drift.add(
                                Change.of(
                                        Kind.POLICY_UNFIT, unfit.table(), null, unfit.sentence()));
                    });
        }
        return new EditionDrift(drift.drift(), closed);
    }

    private static Change table(Kind kind, TableName name, String what) {
        return Change.of(kind, name, null, "The table %s %s.".formatted(name, what));
    }
}
