package dev.surveyor.schedules.timing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan laid out in time: what comes next, and what is to be done about it now. */
public final class Timetable {

    /** How long after its time a run still belongs to its own day where no window says so. */
    private static final Duration SAME_NIGHT = Duration.ofHours(12);

    /** A leap of the clocks puts at most this many candidates before what is wanted. */
    private static final int CANDIDATES_MAX = 8;

    private final Plan plan;

    public Timetable(Plan plan) {
        this.plan = plan;
    }

    /** The first run that is due after this moment; empty: there is none any more. */
    public Optional<Occurrence> next(Instant after) {
        LocalDate day = localDate(after).minusDays(1);
        for (int candidate = 0; candidate < CANDIDATES_MAX; candidate++) {
            LocalDateTime nominal = plan.cadence().onOrAfter(day);
            if (nominal == null) {
                return Optional.empty();
            }
            Occurrence found = new Occurrence(nominal.toLocalDate(), moment(nominal));
            if (found.at().isAfter(after)) {
                return Optional.of(found);
            }
            day = nominal.toLocalDate().plusDays(1);
        }
        return Optional.empty();
    }

    /** The next runs, at most so many. */
    public List<Occurrence> next(Instant after, int max) {
        List<Occurrence> found = new ArrayList<>();
        Optional<Occurrence> each = next(after);
        while (each.isPresent() && found.size() < max) {
            found.add(each.get());
            each = next(each.get().at());
        }
        return found;
    }

    /** A time that the clocks leap over comes after the leap; one that comes twice, at first. */
    private Instant moment(LocalDateTime nominal) {
        Instant moment = nominal.atZone(plan.zone()).toInstant();
        Window window = plan.window();
        if (window == null || !window.contains(nominal.toLocalTime())) {
            return moment;
        }
        Night night = window.around(nominal, plan.zone());
        return night.contains(moment) ? moment : night.begin();
    }

    /**
     * When a survey that paused, or a run that was missed, goes on: when the next window opens, or
     * with the run that is due in that window.
     *
     * @param last the local date of the run before, which has no second one
     */
    public Optional<Occurrence> goOn(Instant after, LocalDate last) {
        Optional<Occurrence> next = next(after);
        Window window = plan.window();
        if (window == null) {
            return next;
        }
        LocalDate day = localDate(after).minusDays(1);
        for (int candidate = 0; candidate < CANDIDATES_MAX; candidate++, day = day.plusDays(1)) {
            Night night = window.on(day, plan.zone());
            if (!night.begin().isAfter(after)) {
                continue;
            }
            if (next.filter(run -> night.contains(run.at()) && run.date().isAfter(last))
                    .isPresent()) {
                return next;
            }
            LocalDate date = localDate(night.begin());
            if (date.isAfter(last)) {
                return Optional.of(new Occurrence(date, night.begin()));
            }
            Instant midnight = last.plusDays(1).atStartOfDay(plan.zone()).toInstant();
            if (night.contains(midnight)) {
                return Optional.of(new Occurrence(last.plusDays(1), midnight));
            }
        }
        return next;
    }

    /**
     * What to do about a run now.
     *
     * @param tolerance how long after its time it still counts as in time
     */
    public Decision decide(Occurrence due, Instant now, Duration tolerance) {
        if (now.isBefore(due.at())) {
            return new Decision.Wait();
        }
        boolean late = now.isAfter(due.at().plus(tolerance));
        if (late && plan.missed() == Missed.SKIP) {
            return new Decision.Miss();
        }
        if (plan.window() == null) {
            boolean sameNight = now.isBefore(due.at().plus(SAME_NIGHT));
            return new Decision.Run(sameNight ? due.date() : localDate(now), null, late);
        }
        Night open = open(now);
        if (open != null) {
            boolean sameNight = !late || open.contains(due.at());
            return new Decision.Run(sameNight ? due.date() : localDate(now), open.end(), late);
        }
        if (plan.missed() == Missed.SKIP) {
            return new Decision.Miss();
        }
        return goOn(now, due.date().minusDays(1))
                .<Decision>map(Decision.MakeUp::new)
                .orElseGet(Decision.Miss::new);
    }

    private @Nullable Night open(Instant now) {
        Window window = plan.window();
        LocalDate today = localDate(now);
        for (LocalDate day = today.minusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            if (window != null && window.on(day, plan.zone()).contains(now)) {
                return window.on(day, plan.zone());
            }
        }
        return null;
    }

    private LocalDate localDate(Instant moment) {
        return moment.atZone(plan.zone()).toLocalDate();
    }
}
