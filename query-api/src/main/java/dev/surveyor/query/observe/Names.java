package dev.surveyor.query.observe;

import dev.surveyor.catalog.NameWords;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What the name of a column says about its numbers. */
final class Names {

    private static final Set<String> SUMS =
            Set.of("count", "counts", "sum", "total", "totals", "amount", "revenue", "sales");

    private static final Set<String> FIGURES =
            Set.of("avg", "average", "mean", "median", "stddev", "variance");

    private static final Set<String> KEYS =
            Set.of(
                    "id",
                    "ids",
                    "key",
                    "keys",
                    "uuid",
                    "guid",
                    "oid",
                    "code",
                    "zip",
                    "zipcode",
                    "postcode",
                    "phone",
                    "fax",
                    "isbn",
                    "ssn",
                    "iban",
                    "year",
                    "quarter",
                    "month",
                    "week",
                    "day",
                    "weekday",
                    "hour",
                    "minute",
                    "rank",
                    "position",
                    "no",
                    "nr",
                    "latitude",
                    "longitude",
                    "lat",
                    "lon",
                    "lng",
                    "founded",
                    "established",
                    "built",
                    "born",
                    "season");

    private static final Set<String> YEARS =
            Set.of("year", "years", "founded", "established", "built", "born", "season", "yr");

    private static final Set<String> NOT_ADDED =
            Set.of(
                    "min",
                    "max",
                    "minimum",
                    "maximum",
                    "rate",
                    "ratio",
                    "percent",
                    "percentage",
                    "pct",
                    "share",
                    "price",
                    "score",
                    "rating",
                    "grade",
                    "age",
                    "height",
                    "weight",
                    "temperature",
                    "temp",
                    "speed",
                    "level",
                    "per",
                    "length",
                    "width",
                    "elevation",
                    "altitude",
                    "average",
                    "avg",
                    "mean",
                    "median",
                    "stddev",
                    "variance",
                    "margin",
                    "discount",
                    "index",
                    "balance");

    private Names() {}

    /** Identifies or places things instead of measuring them. */
    static boolean isKey(String column) {
        List<String> words = NameWords.of(column);
        if (words.isEmpty() || has(words, SUMS) || has(words, FIGURES)) {
            return false;
        }
        String last = words.getLast();
        return KEYS.contains(last)
                || (words.size() > 1 && last.equals("number"))
                || column.endsWith("ID");
    }

    static boolean isYear(String column) {
        List<String> words = NameWords.of(column);
        return has(words, YEARS) && !has(words, SUMS) && !has(words, FIGURES);
    }

    /** The sum of such numbers means something. */
    static boolean isAdded(String column) {
        List<String> words = NameWords.of(column);
        return !has(words, NOT_ADDED);
    }

    /** As it stands in a sentence. */
    static String said(String column) {
        return column.replace('_', ' ').strip();
    }

    /** As a sentence begins with it. */
    static String begins(String column) {
        String said = said(column);
        return said.isEmpty() ? said : Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    private static boolean has(List<String> words, Set<String> any) {
        return !Collections.disjoint(words, any);
    }
}
