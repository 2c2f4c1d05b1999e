package dev.surveyor.query.observe;

import dev.surveyor.query.Observation;
import dev.surveyor.query.Observation.Kind;
import dev.surveyor.query.observe.Grid.Times;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Periods between the first and the last that have no row, where most have one. */
final class Gaps implements Rule {

    private static final int PERIODS_MIN = 4;
    private static final int NAMED_MAX = 3;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @Override
    public List<Observation> of(Grid grid) {
        if (grid.times().size() != 1 || grid.measures().isEmpty() || !isSeries(grid)) {
            return List.of();
        }
        Times times = grid.times().getFirst();
        SortedSet<LocalDateTime> present = new TreeSet<>(times.distinct());
        if (times.unit() == Unit.TIME || present.size() < PERIODS_MIN) {
            return List.of();
        }
        List<LocalDateTime> missing = missing(present, times.unit());
        boolean weekends =
                times.unit() == Unit.DAY
                        && missing.stream().allMatch(day -> WEEKEND.contains(day.getDayOfWeek()));
        return missing.isEmpty() || missing.size() > present.size() || weekends
                ? List.of()
                : List.of(new Observation(Kind.GAPS, said(missing, present, times.unit())));
    }

    /** One value for each period, or for each period and name: not things that have a date. */
    private static boolean isSeries(Grid grid) {
        if (!grid.keys().isEmpty()) {
            return false;
        }
        boolean unique = grid.times().getFirst().areUnique();
        return grid.labels().isEmpty() ? unique : grid.labels().size() == 1 && !unique;
    }

    /** One more than there are present is enough to know that these are no gaps. */
    private static List<LocalDateTime> missing(SortedSet<LocalDateTime> present, Unit unit) {
        List<LocalDateTime> missing = new ArrayList<>();
        for (LocalDateTime at = present.first();
                at.isBefore(present.last()) && missing.size() <= present.size();
                at = unit.next(at)) {
            if (!present.contains(at)) {
                missing.add(at);
            }
        }
        return missing;
    }

    private static String said(
            List<LocalDateTime> missing, SortedSet<LocalDateTime> present, Unit unit) {
        List<String> names = missing.stream().limit(NAMED_MAX).map(unit::name).toList();
        return missing.size() <= NAMED_MAX
                ? "There is no row for %s.".formatted(listed(names))
                : "%d of %d %s have no row, %s among them."
                        .formatted(
                                missing.size(),
                                missing.size() + present.size(),
                                unit.plural(),
                                listed(names));
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
