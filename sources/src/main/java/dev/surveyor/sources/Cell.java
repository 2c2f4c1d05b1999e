package dev.surveyor.sources;

/**
 * One value of a result as its source prints it: data, never an exception.
 *
 * @param kind how to show it
 * @param text hexadecimal for binary values, empty for a null
 * @param cut whether there is more of it than the text holds
 */
public record Cell(Kind kind, String text, boolean cut) {

    /** How to show a value. */
    public enum Kind {
        NULL,
        TEXT,
        /** In digits; {@code NaN} and {@code Infinity} too. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        BINARY,
        /** The text says why it could not be read. */
        UNREADABLE
    }

    public static final Cell NULL = new Cell(Kind.NULL, "", false);

    /** The text, cut to this many characters without tearing one apart. */
    public static Cell of(Kind kind, String text, int charsMax) {
        if (text.length() <= charsMax) {
            return new Cell(kind, text, false);
        }
        int end = Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
        return new Cell(kind, text.substring(0, end), true);
    }

    public boolean isNull() {
        return kind == Kind.NULL;
    }
}
