package dev.surveyor.query.observe;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads moments as databases print them, and the periods that people let them make of these. */
final class Moments {

    private static final Pattern DATE =
            Pattern.compile(
                    "(\\d{4})-(\\d{2})-(\\d{2})(?:[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(?:Z|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/](\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})[- ]?[Qq]([1-4])");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?[Ww](\\d{1,2})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private Moments() {}

    /** A moment, and what the text says it is the beginning of. */
    record Read(LocalDateTime moment, Unit unit) {}

    static Optional<Read> read(String text, boolean maybeYear) {
        try {
            Matcher form = DATE.matcher(text);
            if (form.matches()) {
                String time = form.group(4);
                LocalDate date =
                        LocalDate.of(
                                Integer.parseInt(form.group(1)),
                                Integer.parseInt(form.group(2)),
                                Integer.parseInt(form.group(3)));
                return Optional.of(
                        new Read(
                                time == null
                                        ? date.atStartOfDay()
                                        : date.atTime(LocalTime.parse(time)),
                                Unit.TIME));
            }
            return period(text, maybeYear);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Read> period(String text, boolean maybeYear) {
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return read(first(month.group(1), Integer.parseInt(month.group(2))), Unit.MONTH);
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return read(
                    first(quarter.group(1), Integer.parseInt(quarter.group(2)) * 3 - 2),
                    Unit.QUARTER);
        }
        Matcher week = WEEK.matcher(text);
        if (week.matches()) {
            LocalDate monday =
                    LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
                            .with(
                                    IsoFields.WEEK_OF_WEEK_BASED_YEAR,
                                    Integer.parseInt(week.group(2)))
                            .with(DayOfWeek.MONDAY);
            return read(monday, Unit.WEEK);
        }
        if (maybeYear && YEAR.matcher(text).matches()) {
            return read(first(text, 1), Unit.YEAR);
        }
        return Optional.empty();
    }

    private static LocalDate first(String year, int month) {
        return LocalDate.of(Integer.parseInt(year), month, 1);
    }

    private static Optional<Read> read(LocalDate day, Unit unit) {
        return Optional.of(new Read(day.atStartOfDay(), unit));
    }
}
