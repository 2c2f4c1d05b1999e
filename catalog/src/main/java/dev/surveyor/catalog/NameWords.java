package dev.surveyor.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that names of tables and columns are made of. */
public final class NameWords {

    private NameWords() {}

    /**
     * Letters and digits that stand together, in small letters and in their order; a capital after
     * a small letter begins a new word.
     */
    public static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean part = Character.isLetterOrDigit(character);
            if ((!part || beginsWord(name, i)) && !word.isEmpty()) {
                words.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
            if (part) {
                word.append(character);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static boolean beginsWord(String name, int at) {
        if (at == 0 || !Character.isUpperCase(name.charAt(at))) {
            return false;
        }
        char before = name.charAt(at - 1);
        return Character.isLowerCase(before)
                || Character.isDigit(before)
                || (Character.isUpperCase(before)
                        && at + 1 < name.length()
                        && Character.isLowerCase(name.charAt(at + 1)));
    }
}
