package dev.surveyor.query.generate;

import java.util.function.Consumer;

/**
 * Hands on what a model says until code begins, as plain words. What may become a link or a picture
 * waits until its line is whole.
 */
final class SaidWords {

    private static final char FENCE = '`';
    private static final int HELD_CHARS_MAX = 4_000;

    private final Consumer<String> words;
    private final StringBuilder held = new StringBuilder();
    private boolean code;

    SaidWords(Consumer<String> words) {
        this.words = words;
    }

    void piece(String piece) {
        if (code) {
            return;
        }
        int fence = piece.indexOf(FENCE);
        held.append(fence < 0 ? piece : piece.substring(0, fence));
        code = fence >= 0;
        handOn(code || held.length() > HELD_CHARS_MAX ? held.length() : whole());
    }

    /** The answer is over. */
    void rest() {
        handOn(held.length());
    }

    private int whole() {
        boolean harmless = held.indexOf("[") < 0 && held.indexOf("<") < 0;
        for (int i = held.length() - 1; i >= 0; i--) {
            if (held.charAt(i) == '\n' || (harmless && Character.isWhitespace(held.charAt(i)))) {
                return i + 1;
            }
        }
        return 0;
    }

    private void handOn(int chars) {
        String plain = PlainWords.ofModel(held.substring(0, chars));
        held.delete(0, chars);
        if (!plain.isEmpty()) {
            words.accept(plain);
        }
    }
}
