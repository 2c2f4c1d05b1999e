package dev.surveyor.sources.profile;

import dev.surveyor.catalog.TypeFamily;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shape that most values share, for people: {@code AA-9999}. */
final class ValuePattern {

    private static final double SHARE_MIN = 0.8;
    private static final int VALUES_MIN = 3;
    private static final int LENGTH_MAX = 40;
    private static final int RUN_MAX = 4;

    private ValuePattern() {}

    static Optional<String> of(TypeFamily family, List<String> values) {
        if (family != TypeFamily.TEXT || values.size() < VALUES_MIN) {
            return Optional.empty();
        }
        return most(values, false).or(() -> most(values, true));
    }

    private static Optional<String> most(List<String> values, boolean loose) {
        Map<String, Integer> counts = new HashMap<>();
        for (String value : values) {
            counts.merge(shape(value, loose), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .filter(shape -> shape.getValue() >= values.size() * SHARE_MIN)
                .map(Map.Entry::getKey)
                .filter(shape -> !shape.isEmpty() && shape.length() <= LENGTH_MAX)
                .findFirst();
    }

    /** Loose: runs of any length are one letter with a plus. */
    private static String shape(String value, boolean loose) {
        StringBuilder shape = new StringBuilder();
        int at = 0;
        while (at < value.length() && shape.length() <= LENGTH_MAX) {
            char kind = kind(value.charAt(at));
            int end = at;
            while (end < value.length() && kind(value.charAt(end)) == kind) {
                end++;
            }
            boolean stands = kind == 'A' || kind == 'a' || kind == '9';
            if (stands && (loose || end - at > RUN_MAX)) {
                shape.append(kind).append(loose ? "+" : "{" + (end - at) + "}");
            } else {
                shape.repeat(kind, end - at);
            }
            at = end;
        }
        return shape.toString();
    }

    private static char kind(char character) {
        if (Character.isDigit(character)) {
            return '9';
        }
        if (Character.isUpperCase(character)) {
            return 'A';
        }
        return Character.isLetter(character) ? 'a' : character;
    }
}
