package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.NameWords;
import dev.surveyor.catalog.TypeFamily;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is known of a column when its meaning is judged. */
public final class Evidence {

    private static final int SHORT_MIN = 4;

    private final List<String> tableWords;
    private final List<String> columnWords;
    private final TypeFamily family;
    private final List<String> values;
    private final double averageLength;
    private final boolean key;

    /**
     * @param values different ones, spread over the column; none of them cut
     * @param averageLength in characters; NaN: not known
     * @param key whether it alone identifies a row
     */
    public Evidence(
            String table,
            String column,
            TypeFamily family,
            List<String> values,
            double averageLength,
            boolean key) {
        this.tableWords = NameWords.of(table);
        this.columnWords = NameWords.of(column);
        this.family = family;
        this.values = values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
        this.averageLength = averageLength;
        this.key = key;
    }

    TypeFamily family() {
        return family;
    }

    /** Without the blanks around them. */
    List<String> values() {
        return values;
    }

    double averageLength() {
        return averageLength;
    }

    boolean key() {
        return key;
    }

    boolean isText() {
        return family == TypeFamily.TEXT;
    }

    boolean isNumber() {
        return family == TypeFamily.INTEGER
                || family == TypeFamily.DECIMAL
                || family == TypeFamily.FLOAT
                || family == TypeFamily.MONEY;
    }

    boolean hasValues() {
        return !values.isEmpty();
    }

    /** Whether this is true of at least that share of the values, and there are some. */
    boolean mostly(double least, Predicate<String> predicate) {
        return hasValues() && share(least, predicate) >= least;
    }

    /**
     * The share of the values of which this is true; 0 where there are none, and as soon as it is
     * certain to be less than the least that matters: most columns are not what a rule looks for,
     * and a few values show it.
     */
    double share(double least, Predicate<String> predicate) {
        int missesMax = (int) Math.floor(values.size() * (1 - least) + 1e-9);
        int misses = 0;
        for (String value : values) {
            if (!predicate.test(value)) {
                misses++;
                if (misses > missesMax) {
                    return 0;
                }
            }
        }
        return values.isEmpty() ? 0 : (double) (values.size() - misses) / values.size();
    }

    boolean columnSays(Set<String> words) {
        return says(columnWords, words);
    }

    boolean tableSays(Set<String> words) {
        return says(tableWords, words);
    }

    /** Whether what the table holds, which names say last, is one of these. */
    boolean tableEndsWith(Set<String> words) {
        return !tableWords.isEmpty()
                && says(tableWords.subList(tableWords.size() - 1, tableWords.size()), words);
    }

    /** Whether a part of the column's name is one of these words without its vowels. */
    boolean columnShortens(Set<String> words) {
        return columnWords.stream()
                .filter(word -> word.length() >= SHORT_MIN && !word.matches(".*[aeiouäöü].*"))
                .anyMatch(word -> words.stream().anyMatch(whole -> word.equals(shortened(whole))));
    }

    /** Its consonants, doubled ones once. */
    private static String shortened(String word) {
        return word.replace("ß", "ss").replaceAll("[aeiouäöü]", "").replaceAll("(.)\\1+", "$1");
    }

    /** Whether one of the words, or two neighbours run together, is part of the name. */
    private static boolean says(List<String> parts, Set<String> words) {
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (words.contains(part)
                    || words.contains(singular(part))
                    || (i > 0 && words.contains(parts.get(i - 1) + part))) {
                return true;
            }
        }
        return false;
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
