package dev.surveyor.sources.guard.postgres;

/**
 * One word of a statement.
 *
 * @param text as it counts: folded, unescaped, joined
 * @param end the offset behind it in the text that came in
 */
record Token(Kind kind, String text, int at, int end) {

    enum Kind {
        /** An identifier without quotes, or a keyword. */
        WORD,
        /** An identifier in quotes. */
        NAME,
        STRING,
        /** {@code N'…'}. */
        NATIONAL,
        /** {@code B'…'}. */
        BITS,
        /** {@code X'…'}. */
        HEX_BITS,
        NUMBER,
        OPERATOR,
        /** Brackets, commas, dots, {@code ::} and the like. */
        SYMBOL,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isOperator(String symbol) {
        return kind == Kind.OPERATOR && text.equals(symbol);
    }

    /** How a message shows it. */
    String shown() {
        return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }
}
