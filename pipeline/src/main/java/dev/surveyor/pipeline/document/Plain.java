package dev.surveyor.pipeline.document;

import dev.surveyor.catalog.NameWords;
import dev.surveyor.catalog.TableName;
import java.util.List;
import java.util.Set;

/** Text of a database as data: bounded, on one line, between quotation marks. */
public final class Plain {

    private static final int NAME_CHARS_MAX = 80;

    /** Schemas of which nobody speaks. */
    private static final Set<String> USUAL_SCHEMAS = Set.of("public", "main", "dbo");

    private Plain() {}

    /**
     * Without what a terminal, a log or a model could take for more than text: control and format
     * characters are gone, any white space is one blank.
     */
    public static String line(String text, int charsMax) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), charsMax + 1));
        boolean blank = false;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (isBlank(character)) {
                blank = !line.isEmpty();
                continue;
            }
            if (!isText(character)) {
                continue;
            }
            if (line.length() + (blank ? 1 : 0) + Character.charCount(character) > charsMax) {
                return line.append('…').toString();
            }
            if (blank) {
                line.append(' ');
                blank = false;
            }
            line.appendCodePoint(character);
        }
        return line.toString();
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    /** Between quotation marks that the text itself cannot close. */
    public static String quoted(String text, int charsMax) {
        return '"' + line(text, charsMax).replace('"', '\'') + '"';
    }

    /** A name as words: {@code orderLine_no} is {@code order line no}. */
    public static String words(String name) {
        List<String> words = NameWords.of(name);
        return line(words.isEmpty() ? name : String.join(" ", words), NAME_CHARS_MAX);
    }

    /** A table's name as words, with its schema where that is not the usual one. */
    public static String words(TableName table) {
        return isUsual(table.schema())
                ? words(table.name())
                : words(table.schema()) + " " + words(table.name());
    }

    /** As it has to be written, but on one line; in quotation marks where it is no plain word. */
    static String exact(String name) {
        boolean plain =
                !name.isEmpty()
                        && name.length() <= NAME_CHARS_MAX
                        && name.chars()
                                .allMatch(
                                        c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
        return plain ? name : quoted(name, NAME_CHARS_MAX);
    }

    static String exact(TableName table) {
        return exact(table.schema()) + "." + exact(table.name());
    }

    static boolean isUsual(String schema) {
        return USUAL_SCHEMAS.contains(schema);
    }
}
