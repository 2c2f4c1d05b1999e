package dev.surveyor.query.plan.grasp;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "May 2026", "2025", "Q3 2024", "the second quarter of 2025", "3 May 2026", "2026-05-03". */
final class Periods {

    private static final List<String> MONTHS =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");
    private static final Map<String, Integer> ORDINALS =
            Map.of(
                    "first", 1, "second", 2, "third", 3, "fourth", 4, "1st", 1, "2nd", 2, "3rd", 3,
                    "4th", 4);
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern QUARTER = Pattern.compile("q([1-4])");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

    private Periods() {}

    /** Null: none begins here. */
    static @Nullable Span at(Text text, int at) {
        int start = at;
        while (text.says(at, "the") || text.says(at, "year")) {
            at++;
        }
        Span found = day(text, at);
        found = found == null ? month(text, at) : found;
        found = found == null ? quarter(text, at) : found;
        found = found == null ? year(text, at) : found;
        return found == null ? null : new Span(start, found.to(), found.days());
    }

    private static @Nullable Span year(Text text, int at) {
        Integer year = number(text, at);
        return year == null ? null : fixed(at, at + 1, Days.year(year));
    }

    private static @Nullable Integer number(Text text, int at) {
        String word = text.lower(at);
        return YEAR.matcher(word).matches() ? Integer.valueOf(word) : null;
    }

    private static @Nullable Span day(Text text, int at) {
        Matcher iso = DAY.matcher(text.lower(at));
        if (iso.matches()) {
            return date(at, at + 1, iso.group(1), iso.group(2), iso.group(3));
        }
        String dayFirst = text.lower(at).replaceAll("(?:st|nd|rd|th)$", "");
        int next = text.says(at + 1, "of") ? at + 2 : at + 1;
        Integer year = number(text, next + 1);
        if (dayFirst.matches("\\d{1,2}") && monthOf(text, next) > 0 && year != null) {
            return date(at, next + 2, year + "", monthOf(text, next) + "", dayFirst);
        }
        String daySecond = text.lower(at + 1).replaceAll("(?:st|nd|rd|th)$", "");
        year = number(text, at + 2);
        if (monthOf(text, at) > 0 && daySecond.matches("\\d{1,2}") && year != null) {
            return date(at, at + 3, year + "", monthOf(text, at) + "", daySecond);
        }
        return null;
    }

    private static @Nullable Span date(int from, int to, String year, String month, String day) {
        int y = Integer.parseInt(year);
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        boolean exists =
                m >= 1 && m <= 12 && d >= 1 && d <= java.time.YearMonth.of(y, m).lengthOfMonth();
        return exists ? fixed(from, to, Days.day(LocalDate.of(y, m, d))) : null;
    }

    private static int monthOf(Text text, int at) {
        String word = text.lower(at);
        for (int i = 0; i < MONTHS.size(); i++) {
            String month = MONTHS.get(i);
            if (word.equals(month)
                    || (word.length() == 3 && month.startsWith(word))
                    || (word.equals("sept") && i == 8)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static @Nullable Span month(Text text, int at) {
        Matcher iso = MONTH.matcher(text.lower(at));
        if (iso.matches()
                && Integer.parseInt(iso.group(2)) <= 12
                && Integer.parseInt(iso.group(2)) > 0) {
            return fixed(at, at + 1, months(iso.group(1), Integer.parseInt(iso.group(2)), 1));
        }
        int month = monthOf(text, at);
        if (month == 0) {
            return null;
        }
        int next = text.says(at + 1, "of") ? at + 2 : at + 1;
        Integer year = number(text, next);
        if (year != null) {
            return fixed(at, next + 1, months(year + "", month, 1));
        }
        boolean name = text.token(at).capital() && !text.breaks(at, false);
        return name ? new Span(at, at + 1, today -> latest(month, today)) : null;
    }

    /** The last month of that name that has begun. */
    private static Days latest(int month, LocalDate today) {
        int year = month > today.getMonthValue() ? today.getYear() - 1 : today.getYear();
        return months(year + "", month, 1);
    }

    private static Days months(String year, int month, int months) {
        return Days.months(LocalDate.of(Integer.parseInt(year), month, 1), months);
    }

    private static @Nullable Span quarter(Text text, int at) {
        Matcher short_ = QUARTER.matcher(text.lower(at));
        Integer part = short_.matches() ? Integer.valueOf(short_.group(1)) : null;
        int to = at + 1;
        int months = 3;
        if (part == null) {
            part = ORDINALS.get(text.lower(at).toLowerCase(Locale.ROOT));
            months = text.says(at + 1, "half") ? 6 : 3;
            if (part == null || !(text.says(at + 1, "quarter") || months == 6)) {
                return null;
            }
            to = at + 2;
        }
        int count = months;
        int number = part;
        int next = text.says(to, "of") ? to + 1 : to;
        Integer year = number(text, next);
        Function<Integer, Days> in = y -> months(y + "", (number - 1) * count + 1, count);
        return year != null
                ? fixed(at, next + 1, in.apply(year))
                : new Span(at, to, today -> in.apply(today.getYear()));
    }

    private static Span fixed(int from, int to, Days days) {
        return new Span(from, to, today -> days);
    }
}
