package dev.surveyor.sources.relations;

import java.util.List;

/** Short forms of names: {@code dept}, {@code emp no}, the initials of several words. */
final class Abbreviation {

    private static final int LETTERS_MIN = 3;
    private static final int HEAD = 2;
    private static final int INITIALS_MIN = 2;

    private Abbreviation() {}

    /** Whether the short words, in their order, stand for all of the long ones. */
    static boolean of(List<String> shorter, List<String> longer) {
        return !shorter.isEmpty() && !shorter.equals(longer) && stands(shorter, 0, longer, 0);
    }

    private static boolean stands(List<String> shorter, int at, List<String> longer, int in) {
        if (at == shorter.size()) {
            return in == longer.size();
        }
        if (in == longer.size()) {
            return false;
        }
        String word = shorter.get(at);
        if (shortens(word, longer.get(in)) && stands(shorter, at + 1, longer, in + 1)) {
            return true;
        }
        return isInitials(word, longer, in) && stands(shorter, at + 1, longer, in + word.length());
    }

    /** The same word, its head, or its first letters and some of the others in their order. */
    private static boolean shortens(String word, String whole) {
        if (word.equals(whole)) {
            return true;
        }
        if (word.length() < LETTERS_MIN || !whole.startsWith(word.substring(0, HEAD))) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < whole.length() && at < word.length(); i++) {
            at += whole.charAt(i) == word.charAt(at) ? 1 : 0;
        }
        return at == word.length();
    }

    private static boolean isInitials(String word, List<String> longer, int from) {
        if (word.length() < INITIALS_MIN || from + word.length() > longer.size()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (longer.get(from + i).charAt(0) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
