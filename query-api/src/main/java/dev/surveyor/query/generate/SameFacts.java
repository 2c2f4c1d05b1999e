package dev.surveyor.query.generate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a sentence says in other words what another one says. When in doubt it does not. */
final class SameFacts {

    private static final int TIMES_AS_LONG_MAX = 2;

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,:/%-]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_'’]+");
    private static final Pattern QUOTED = Pattern.compile("[\"“'‘]([^\"”'’]+)[\"”'’]");

    /** Words that turn a sentence into its opposite, by what they say. */
    private static final List<Set<String>> DIRECTIONS =
            List.of(
                    Set.of(
                            "rise",
                            "rises",
                            "rose",
                            "risen",
                            "grow",
                            "grows",
                            "grew",
                            "grown",
                            "increase",
                            "increases",
                            "increased",
                            "climb",
                            "climbed",
                            "up",
                            "gain",
                            "gained",
                            "above",
                            "higher",
                            "more",
                            "most",
                            "highest",
                            "exceeds"),
                    Set.of(
                            "fall",
                            "falls",
                            "fell",
                            "fallen",
                            "shrink",
                            "shrank",
                            "decrease",
                            "decreases",
                            "decreased",
                            "decline",
                            "declined",
                            "drop",
                            "dropped",
                            "down",
                            "lost",
                            "below",
                            "lower",
                            "less",
                            "least",
                            "lowest",
                            "fewer",
                            "under"),
                    Set.of(
                            "no", "not", "none", "never", "without", "missing", "lack", "lacks",
                            "lacking", "absent", "nothing", "empty", "neither", "nor"),
                    Set.of(
                            "half",
                            "third",
                            "quarter",
                            "double",
                            "doubled",
                            "twice",
                            "triple",
                            "tripled",
                            "dozen",
                            "hundred",
                            "thousand",
                            "million",
                            "billion"),
                    Set.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"));

    private SameFacts() {}

    static boolean same(String ours, String theirs) {
        return !theirs.isBlank()
                && theirs.length() <= TIMES_AS_LONG_MAX * ours.length()
                && numbers(ours).equals(numbers(theirs))
                && names(ours).equals(names(theirs))
                && quoted(ours).equals(quoted(theirs))
                && directions(ours).equals(directions(theirs));
    }

    /** In their order: what rose from one to the other did not rise from the other to the one. */
    private static List<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> found.group().replaceAll("[.,:/-]+$", ""))
                .toList();
    }

    /** Words with a capital, but for the first, which has one anyway. */
    private static Set<String> names(String text) {
        return WORD.matcher(text)
                .results()
                .filter(found -> found.start() > 0)
                .map(MatchResult::group)
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .collect(Collectors.toSet());
    }

    private static Set<String> quoted(String text) {
        return QUOTED.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Boolean> directions(String text) {
        Set<String> words =
                WORD.matcher(text.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
        return DIRECTIONS.stream()
                .map(direction -> direction.stream().anyMatch(words::contains))
                .toList();
    }
}
