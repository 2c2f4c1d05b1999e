package dev.surveyor.query.keep;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts a mark in the place of values, wherever they stand in a text. */
final class Redaction {

    static final String MARK = "[personal]";

    /** A pattern of SQL: what it looks for is between its wildcards. */
    private static final Pattern WILDCARDS = Pattern.compile("[%_*]+");

    private static final List<String> FORMS =
            List.of("%,.0f", "%,.1f", "%,.2f", "%.0f", "%.1f", "%.2f");

    private static final int DIGITS_MAX = 40;

    private final List<String> values;

    /** The longest first: a full name goes before the first name that it begins with. */
    Redaction(Collection<? extends @Nullable Object> cells, Collection<String> literals) {
        Set<String> forms = new LinkedHashSet<>();
        cells.forEach(cell -> addForms(cell, forms));
        for (String literal : literals) {
            forms.add(literal.strip());
            WILDCARDS.splitAsStream(literal).map(String::strip).forEach(forms::add);
        }
        values =
                forms.stream()
                        .filter(form -> !form.isEmpty())
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    private static void addForms(@Nullable Object cell, Set<String> forms) {
        switch (cell) {
            case null -> {}
            case Boolean _ -> {}
            case Number number -> addNumber(number, forms);
            default -> forms.add(cell.toString().strip());
        }
    }

    /** A number may be said with separators, and rounded. */
    private static void addNumber(Number number, Set<String> forms) {
        forms.add(number.toString());
        if (!Double.isFinite(number.doubleValue())) {
            return;
        }
        BigDecimal exact = new BigDecimal(number.toString());
        if (Math.abs(exact.scale()) <= DIGITS_MAX) {
            forms.add(exact.toPlainString());
            for (String form : FORMS) {
                forms.add(String.format(Locale.ROOT, form, exact));
            }
        }
    }

    String of(String text) {
        String redacted = text;
        String folded = text.toLowerCase(Locale.ROOT);
        for (String value : values) {
            if (folded.contains(value.toLowerCase(Locale.ROOT))) {
                redacted = whole(value).matcher(redacted).replaceAll(quoted());
                folded = redacted.toLowerCase(Locale.ROOT);
            }
        }
        return redacted;
    }

    private static String quoted() {
        return Matcher.quoteReplacement(MARK);
    }

    /** Not within a longer word or number. */
    private static Pattern whole(String value) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?<!\\p{N}[.,])"
                        + Pattern.quote(value)
                        + "(?![\\p{L}\\p{N}])(?![.,]\\p{N})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
