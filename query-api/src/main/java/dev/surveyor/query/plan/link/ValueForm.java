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
        return keys;
    }

    static String plain(String said) {
        return said.strip().toLowerCase(Locale.ROOT);
    }

    static String stems(List<Token> tokens) {
        return tokens.stream().map(Token::stem).collect(Collectors.joining(" ", "~", ""));
    }
}
