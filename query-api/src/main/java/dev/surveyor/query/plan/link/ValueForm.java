package dev.surveyor.query.plan.link;

import dev.surveyor.query.plan.words.Sentence;
import dev.surveyor.query.plan.words.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms under which a value is found again in a question. */
final class ValueForm {

    /** A longer value is a text, not a name that somebody says. */
    private static final int LENGTH_MAX = 60;

    private static final int BEGINNING = 5;

    private ValueForm() {}

    /** As it is said, and by its stems. */
    static Set<String> keys(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > LENGTH_MAX) {
            return Set.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        keys.add(plain);
        List<Token> tokens = Sentence.of(plain.replace('_', ' ')).tokens();
        if (!tokens.isEmpty()) {
            keys.add(stems(tokens));
        }
        String beginning = beginning(plain);
        if (!beginning.isEmpty()) {
            keys.add(beginning);
        }
        return keys;
    }

    /** The beginning that forms of one name share: Bangladesh, Bangladeshi; empty: too short. */
    static String beginning(String word) {
        String plain = plain(word);
        return plain.length() >= BEGINNING && plain.indexOf(' ') < 0
                ? "^" + plain.substring(0, BEGINNING)
                : "";
    }

    /** Whether two words are forms of one name. */
    static boolean kin(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        int common = 0;
        while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return common >= BEGINNING && common * 10 >= 7 * Math.max(a.length(), b.length());
    }

    static String plain(String said) {
        return said.strip().toLowerCase(Locale.ROOT);
    }

    static String stems(List<Token> tokens) {
        return tokens.stream().map(Token::stem).collect(Collectors.joining(" ", "~", ""));
    }
}
