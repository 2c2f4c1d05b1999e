package dev.surveyor.llm;

/** How many tokens a text is, without any model's vocabulary: rather too many than too few. */
final class TokenEstimate {

    /** What a turn of a conversation costs besides its text. */
    static final int PER_TURN = 4;

    private static final int LETTERS_PER_TOKEN = 4;
    private static final int DIGITS_PER_TOKEN = 2;

    private TokenEstimate() {}

    /** Words in tokens of four letters, numbers of two digits, anything else one by one. */
    static int tokens(String text) {
        int tokens = 0;
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            int end = at + 1;
            if (isLetter(first)) {
                end = run(text, at, true);
                tokens += parts(end - at, LETTERS_PER_TOKEN);
            } else if (isDigit(first)) {
                end = run(text, at, false);
                tokens += parts(end - at, DIGITS_PER_TOKEN);
            } else if (first != ' ') {
                tokens++;
            }
            at = end;
        }
        return tokens;
    }

    private static int run(String text, int from, boolean letters) {
        int end = from;
        while (end < text.length()
                && (letters ? isLetter(text.charAt(end)) : isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static int parts(int length, int size) {
        return (length + size - 1) / size;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
