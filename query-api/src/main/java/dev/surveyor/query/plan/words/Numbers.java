package dev.surveyor.query.plan.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in digits and in words. */
final class Numbers {

    private static final Pattern DIGITS =
            Pattern.compile(
                    "[$€£]?\\d{1,15}(?:\\.\\d{1,10})?%?|[$€£]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?%?");
    private static final Pattern THOUSANDS = Pattern.compile("(\\d{1,12}(?:\\.\\d+)?)(k|m)");

    private static final Map<String, Double> WORDS = words();

    private Numbers() {}

    static @Nullable Double read(String lower) {
        Double word = WORDS.get(lower);
        if (word != null) {
            return word;
        }
        if (DIGITS.matcher(lower).matches()) {
            return Double.valueOf(lower.replaceAll("[$€£%,]", ""));
        }
        var thousands = THOUSANDS.matcher(lower);
        return thousands.matches()
                ? Double.valueOf(thousands.group(1)) * (thousands.group(2).equals("k") ? 1e3 : 1e6)
                : null;
    }

    private static Map<String, Double> words() {
        List<String> small =
                List.of(
                        "zero",
                        "one",
                        "two",
                        "three",
                        "four",
                        "five",
                        "six",
                        "seven",
                        "eight",
                        "nine",
                        "ten",
                        "eleven",
                        "twelve",
                        "thirteen",
                        "fourteen",
                        "fifteen",
                        "sixteen",
                        "seventeen",
                        "eighteen",
                        "nineteen",
                        "twenty");
        Map<String, Double> words = new HashMap<>();
        for (int i = 0; i < small.size(); i++) {
            words.put(small.get(i), (double) i);
        }
        words.put("thirty", 30.0);
        words.put("forty", 40.0);
        words.put("fifty", 50.0);
        words.put("hundred", 100.0);
        words.put("thousand", 1000.0);
        words.put("million", 1e6);
        words.put("once", 1.0);
        words.put("twice", 2.0);
        return Map.copyOf(words);
    }
}
