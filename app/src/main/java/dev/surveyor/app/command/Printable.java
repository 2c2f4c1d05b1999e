package dev.surveyor.app.command;

/**
 * Text of others on our terminal: it must not move the cursor, turn the line round or be endless.
 */
final class Printable {

    private Printable() {}

    static String of(String text, int charsMax) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(charsMax + 1L)
                .forEach(point -> {
                    if (point == '\n') {
                        printable.append("\\n");
                    } else if (moves(point)) {
                        printable.append('\ufffd');
                    } else {
                        printable.appendCodePoint(point);
                    }
                });
        return printable.codePointCount(0, printable.length()) <= charsMax
                ? printable.toString()
                : printable.substring(0, printable.offsetByCodePoints(0, charsMax - 1)) + "…";
    }

    private static boolean moves(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
