package dev.surveyor.query.plan.grasp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "in May 2026", "since March", "between 2019 and 2021", "in the last 30 days", "last month". */
final class Spans {

    private static final Set<String> IN =
            Set.of("in", "during", "for", "of", "within", "over", "on");
    private static final Set<String> LAST = Set.of("last", "past", "previous");
    private static final Set<String> UNITS =
            Set.of(
                    "day",
                    "days",
                    "week",
                    "weeks",
                    "month",
                    "months",
                    "quarter",
                    "quarters",
                    "year",
                    "years");

    private Spans() {}

    static List<Span> of(Text text) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            Span span = at(text, i);
            if (span != null && text.free(span.from(), span.to())) {
                spans.add(span);
                i = span.to() - 1;
            }
        }
        return List.copyOf(spans);
    }

    private static @Nullable Span at(Text text, int i) {
        Span two = two(text, i);
        if (two != null) {
            return two;
        }
        int next = i + 1;
        boolean bare =
                !text.any(i, Set.of("since", "after", "before", "until", "till", "from", "by"));
        if (bare) {
            int start = text.any(i, IN) ? i + 1 : i;
            Span one = relative(text, start);
            one = one == null ? Periods.at(text, start) : one;
            boolean year =
                    one != null
                            && one.to() - one.from() == 1
                            && start == i
                            && text.token(i).number() != null;
            return one == null || year ? null : new Span(i, one.to(), one.days());
        }
        Span one = relative(text, next);
        one = one == null ? Periods.at(text, next) : one;
        if (one == null) {
            return null;
        }
        Span end = one;
        return switch (text.lower(i)) {
            case "since", "from" ->
                    new Span(i, end.to(), today -> new Days(end.days().apply(today).from(), null));
            case "after" ->
                    new Span(
                            i, end.to(), today -> new Days(end.days().apply(today).before(), null));
            case "before" ->
                    new Span(i, end.to(), today -> new Days(null, end.days().apply(today).from()));
            default ->
                    new Span(
                            i, end.to(), today -> new Days(null, end.days().apply(today).before()));
        };
    }

    private static @Nullable Span two(Text text, int i) {
        if (!text.says(i, "between") && !text.says(i, "from")) {
            return null;
        }
        Span first = Periods.at(text, i + 1);
        if (first == null
                || !text.any(first.to(), Set.of("and", "to", "until", "till", "through"))) {
            return null;
        }
        Span last = Periods.at(text, first.to() + 1);
        return last == null
                ? null
                : new Span(
                        i,
                        last.to(),
                        today ->
                                new Days(
                                        first.days().apply(today).from(),
                                        last.days().apply(today).before()));
    }

    private static @Nullable Span relative(Text text, int at) {
        int i = text.says(at, "the") ? at + 1 : at;
        if (text.says(i, "today")) {
            return new Span(at, i + 1, Days::day);
        }
        if (text.says(i, "yesterday")) {
            return new Span(at, i + 1, today -> Days.day(today.minusDays(1)));
        }
        boolean last = text.any(i, LAST);
        if (!last && !text.says(i, "this") && !text.says(i, "current")) {
            return null;
        }
        Double number = i + 1 < text.size() ? text.token(i + 1).number() : null;
        if (last && number != null && text.any(i + 2, UNITS)) {
            int count = number.intValue();
            String unit = text.lower(i + 2);
            return new Span(
                    at,
                    i + 3,
                    today -> new Days(minus(today, count, unit).plusDays(1), today.plusDays(1)));
        }
        return text.any(i + 1, UNITS) && !text.lower(i + 1).endsWith("s")
                ? new Span(at, i + 2, today -> whole(text.lower(i + 1), last ? 1 : 0, today))
                : null;
    }

    private static LocalDate minus(LocalDate day, int count, String unit) {
        return switch (unit.charAt(0)) {
            case 'd' -> day.minusDays(count);
            case 'w' -> day.minusWeeks(count);
            case 'm' -> day.minusMonths(count);
            case 'q' -> day.minusMonths(3L * count);
            default -> day.minusYears(count);
        };
    }

    private static Days whole(String unit, int back, LocalDate today) {
        return switch (unit) {
            case "day" -> Days.day(today.minusDays(back));
            case "week" -> {
                LocalDate monday =
                        today.minusDays(today.getDayOfWeek().getValue() - 1L).minusWeeks(back);
                yield new Days(monday, monday.plusWeeks(1));
            }
            case "month" -> Days.months(today.minusMonths(back), 1);
            case "quarter" -> {
                LocalDate first =
                        today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
                yield Days.months(first.minusMonths(3L * back), 3);
            }
            default -> Days.year(today.getYear() - back);
        };
    }
}
