package dev.surveyor.query.observe;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SortedSet;

/** How long the periods of a column are. */
enum Unit {
    YEAR("in ", "years", "uuuu"),
    QUARTER("in ", "quarters", "'Q'Q uuuu"),
    MONTH("in ", "months", "MMMM uuuu"),
    WEEK("in ", "weeks", "'the week of' d MMMM uuuu"),
    DAY("on ", "days", "d MMMM uuuu"),
    TIME("at ", "times", "uuuu-MM-dd HH:mm:ss");

    private static final int MONTHS_OF_QUARTER = 3;

    /** Moments that lie farther apart than this, on average, are single days. */
    private static final long DAYS_OF_TWO_WEEKS = 14;

    private static final int PERIODS_TO_TELL = 3;

    private final String preposition;
    private final String plural;
    private final DateTimeFormatter form;

    Unit(String preposition, String plural, String pattern) {
        this.preposition = preposition;
        this.plural = plural;
        this.form = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    String plural() {
        return plural;
    }

    String name(LocalDateTime period) {
        return form.format(period);
    }

    /** Such as {@code in May 2026}. */
    String in(LocalDateTime period) {
        return preposition + name(period);
    }

    LocalDateTime next(LocalDateTime period) {
        return switch (this) {
            case YEAR -> period.plusYears(1);
            case QUARTER -> period.plusMonths(MONTHS_OF_QUARTER);
            case MONTH -> period.plusMonths(1);
            case WEEK -> period.plusWeeks(1);
            case DAY -> period.plusDays(1);
            case TIME -> period.plus(1, ChronoUnit.SECONDS);
        };
    }

    /** The longest that all of these begin with: what a database cut moments to. */
    static Unit of(SortedSet<LocalDateTime> moments) {
        if (!moments.stream().allMatch(each -> each.equals(each.truncatedTo(ChronoUnit.DAYS)))) {
            return TIME;
        }
        if (moments.size() < 2) {
            return DAY;
        }
        if (moments.stream().allMatch(each -> each.getDayOfMonth() == 1)) {
            return ofFirstDays(moments);
        }
        DayOfWeek first = moments.first().getDayOfWeek();
        boolean weeks =
                moments.size() >= PERIODS_TO_TELL
                        && moments.stream().allMatch(each -> each.getDayOfWeek() == first)
                        && ChronoUnit.DAYS.between(moments.first(), moments.last())
                                < DAYS_OF_TWO_WEEKS * moments.size();
        return weeks ? WEEK : DAY;
    }

    private static Unit ofFirstDays(SortedSet<LocalDateTime> moments) {
        if (moments.stream().allMatch(each -> each.getMonthValue() == 1)) {
            return YEAR;
        }
        boolean quarters =
                moments.size() >= PERIODS_TO_TELL
                        && moments.stream()
                                .allMatch(each -> each.getMonthValue() % MONTHS_OF_QUARTER == 1);
        return quarters ? QUARTER : MONTH;
    }
}
