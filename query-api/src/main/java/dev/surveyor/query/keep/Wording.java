package dev.surveyor.query.keep;

/** Texts as the store can hold them. */
public final class Wording {

    private Wording() {}

    /** The text itself, or its beginning and a sign that there is more. */
    public static String atMost(int charsMax, String text) {
        if (text.length() <= charsMax) {
            return text;
        }
        int end =
                Character.isHighSurrogate(text.charAt(charsMax - 2)) ? charsMax - 2 : charsMax - 1;
        return text.substring(0, end) + "…";
    }

    /** PostgreSQL's texts hold every character but this one. */
    public static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** A line that names a longer text. */
    public static String title(int charsMax, String text) {
        return atMost(charsMax, storable(text).strip().replaceAll("\\s+", " "));
    }
}
