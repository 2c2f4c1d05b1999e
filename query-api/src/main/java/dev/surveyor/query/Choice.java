package dev.surveyor.query;

import dev.surveyor.query.plan.explain.Explanation;
import dev.surveyor.query.plan.grasp.Beyond;
import dev.surveyor.query.plan.grasp.Doubt;
import dev.surveyor.query.plan.grasp.Understood;
import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.sql.SqlWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which of two ways to answer is believed: what was understood word by word, or what the learnt
 * pieces make of a question. Where both say the same it is nearly always right.
 */
final class Choice {

    /** The learnt pieces have seen no larger databases; beyond that their sureness is hearsay. */
    private static final int TABLES_LEARNT = 26;

    private static final double COST_MAX = 1.6;
    private static final double COST_SMALL = 1.5;
    private static final double DOUBTFUL = 0.5;
    private static final double AGREED = 0.9;
    private static final double UNDERSTOOD = 0.88;
    private static final double INSTEAD = 0.45;
    private static final double COST_WEIGHT = 0.2;

    private static final double SAME = 0.005;

    private static final PlannerOutcome NONE = new PlannerOutcome.Declined("", List.of());

    private final PlannerOutcome guessed;
    private final List<Understood> whole;
    private final Lookup lookup;
    private final boolean large;

    private Choice(PlannerOutcome guessed, List<Understood> whole, Lookup lookup) {
        this.guessed = guessed;
        this.whole = whole;
        this.lookup = lookup;
        large = lookup.tables().size() > TABLES_LEARNT;
    }

    /**
     * Chooses.
     *
     * @param guess asked for only where it counts
     */
    static PlannerOutcome of(
            Supplier<PlannerOutcome> guess, List<Understood> understood, Lookup lookup) {
        List<Understood> whole =
                understood.stream()
                        .filter(each -> each.whole() && each.cost() < COST_MAX)
                        .limit(Planner.PLANS_MAX)
                        .toList();
        boolean counts = whole.isEmpty() || lookup.tables().size() <= TABLES_LEARNT;
        PlannerOutcome guessed = counts ? guess.get() : NONE;
        Choice choice = new Choice(guessed, whole, lookup);
        return whole.isEmpty() ? choice.withoutWhole(understood) : choice.withWhole();
    }

    private PlannerOutcome withoutWhole(List<Understood> understood) {
        if (!large || !(guessed instanceof PlannerOutcome.Planned(List<RankedPlan> plans))) {
            return guessed;
        }
        Set<String> unknown = new LinkedHashSet<>(plans.getFirst().unaccounted());
        if (!understood.isEmpty()) {
            unknown.addAll(understood.getFirst().left());
        }
        if (unknown.isEmpty() && plans.getFirst().confidence() >= DOUBTFUL) {
            return guessed;
        }
        return new PlannerOutcome.Declined(
                unknown.isEmpty()
                        ? "The question can be understood in too many ways; ask it more plainly."
                        : "Nothing in this database accounts for: "
                                + String.join(", ", unknown)
                                + ".",
                List.copyOf(unknown));
    }

    private PlannerOutcome withWhole() {
        Understood best = whole.getFirst();
        List<RankedPlan> plans = whole.stream().map(each -> plan(each, 0)).toList();
        List<RankedPlan> guesses =
                guessed instanceof PlannerOutcome.Planned(List<RankedPlan> ranked)
                        ? ranked
                        : List.of();
        boolean agreed =
                !guesses.isEmpty() && guesses.getFirst().sql().equals(plans.getFirst().sql());
        if (!large
                && !agreed
                && !guesses.isEmpty()
                && !Beyond.composed(best.query(), lookup)
                && (guesses.getFirst().confidence() >= DOUBTFUL || best.cost() > COST_SMALL)) {
            return guessed;
        }
        if (!large && guesses.isEmpty() && !Beyond.composed(best.query(), lookup)) {
            return guessed;
        }
        if (!best.open().isEmpty()) {
            return asked(best.open().getFirst());
        }
        Doubt tied = agreed && !large ? null : tied();
        if (tied != null) {
            return asked(tied);
        }
        double confidence =
                agreed
                        ? Math.max(AGREED, guesses.getFirst().confidence())
                        : large
                                ? Math.max(
                                        INSTEAD,
                                        UNDERSTOOD - COST_WEIGHT * Math.max(0, best.cost()))
                                : INSTEAD;
        List<RankedPlan> all = new ArrayList<>();
        all.add(plan(best, confidence));
        whole.stream()
                .skip(1)
                .forEach(each ->
                        all.add(
                                plan(
                                        each,
                                        confidence * Math.exp(best.cost() - each.cost() - 0.1))));
        guesses.stream()
                .filter(guess -> all.stream().noneMatch(one -> one.sql().equals(guess.sql())))
                .filter(guess -> guess.confidence() < confidence)
                .forEach(all::add);
        return new PlannerOutcome.Planned(all.stream().limit(Planner.PLANS_MAX).toList());
    }

    private static PlannerOutcome asked(Doubt doubt) {
        return new PlannerOutcome.Clarify(doubt.question(), doubt.choices());
    }

    /** Two whole readings of the same cost that differ in one column, or one table. */
    private @Nullable Doubt tied() {
        if (whole.size() < 2 || whole.get(1).cost() - whole.getFirst().cost() > SAME) {
            return null;
        }
        Query.Select one = Parts.main(whole.getFirst().query());
        Query.Select other = Parts.main(whole.get(1).query());
        List<ColumnFacts> columns = new ArrayList<>(only(one, other));
        columns.addAll(only(other, one));
        if (columns.size() == 2) {
            return Doubt.columns("one", columns, lookup);
        }
        int first = one.from().tables().getFirst();
        int second = other.from().tables().getFirst();
        return columns.isEmpty() && first != second
                ? Doubt.tables(List.of(lookup.table(first), lookup.table(second)))
                : null;
    }

    private List<ColumnFacts> only(Query.Select one, Query.Select other) {
        return one.items().stream()
                .filter(item -> !other.items().contains(item) && item.column() != Measure.ALL)
                .map(item -> lookup.column(item.column()))
                .toList();
    }

    private RankedPlan plan(Understood understood, double confidence) {
        return new RankedPlan(
                understood.query(),
                SqlWriter.of(lookup.dialect()).write(understood.query(), lookup),
                confidence,
                Explanation.of(understood.query(), lookup),
                understood.left(),
                Grounds.of(understood.query(), lookup));
    }
}
