package dev.surveyor.sources.guard.postgres;

/** Everything between quotes, and the blanks and comments between words. */
final class Strings {

    private final String sql;
    private int end;

    Strings(String sql) {
        this.sql = sql;
    }

    /** The offset behind what was read last. */
    int end() {
        return end;
    }

    int skipBlanks(int from) {
        int i = from;
        while (i < sql.length()) {
            if (isBlank(sql.charAt(i))) {
                i++;
            } else if (sql.startsWith("--", i)) {
                i = endOfLine(i);
            } else if (sql.startsWith("/*", i)) {
                i = endOfComment(i);
            } else {
                break;
            }
        }
        return i;
    }

    private int endOfLine(int from) {
        int i = from;
        while (i < sql.length() && sql.charAt(i) != '\n' && sql.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int endOfComment(int from) {
        int depth = 1;
        int i = from + 2;
        while (i < sql.length() && depth > 0) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
            } else {
                i++;
            }
        }
        if (depth > 0) {
            throw Lexer.notUnderstood("a comment that is not closed", from);
        }
        return i;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x0B;
    }

    /** From the quote at the offset; a string goes on behind a line's end. */
    String plain(int quote) {
        StringBuilder text = new StringBuilder();
        int i = quote;
        do {
            i = part(i, '\'', text);
            i = continuation(i);
        } while (i >= 0);
        return text.toString();
    }

    String quotedName(int quote) {
        StringBuilder text = new StringBuilder();
        part(quote, '"', text);
        return text.toString();
    }

    private int part(int quote, char mark, StringBuilder text) {
        int i = quote + 1;
        while (true) {
            int close = sql.indexOf(mark, i);
            if (close < 0) {
                throw Lexer.notUnderstood("a quote that is not closed", quote);
            }
            text.append(sql, i, close);
            if (close + 1 < sql.length() && sql.charAt(close + 1) == mark) {
                text.append(mark);
                i = close + 2;
            } else {
                end = close + 1;
                return end;
            }
        }
    }

    /** The next quote where the string goes on after a new line, or -1. */
    private int continuation(int from) {
        int i = from;
        boolean newLine = false;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (isBlank(c)) {
                newLine |= c == '\n' || c == '\r';
                i++;
            } else if (sql.startsWith("--", i)) {
                i = endOfLine(i);
            } else {
                return newLine && c == '\'' ? i : -1;
            }
        }
        return -1;
    }

    /** {@code E'…'}, from the quote at the offset. */
    String escaped(int quote) {
        StringBuilder text = new StringBuilder();
        int i = quote;
        do {
            i = escapedPart(i, text);
            i = continuation(i);
        } while (i >= 0);
        return Escapes.checked(text.toString(), quote);
    }

    private int escapedPart(int quote, StringBuilder text) {
        int i = quote + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\'') {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == '\'') {
                    text.append(c);
                    i += 2;
                } else {
                    end = i + 1;
                    return end;
                }
            } else if (c == '\\') {
                i = Escapes.backslash(sql, i, text);
            } else {
                text.append(c);
                i++;
            }
        }
        throw Lexer.notUnderstood("a quote that is not closed", quote);
    }

    /** {@code U&'…'} and {@code U&"…"} with what UESCAPE says, from the quote at the offset. */
    String unicode(int quote) {
        String raw = sql.charAt(quote) == '"' ? quotedName(quote) : plain(quote);
        int behind = end;
        char escape = '\\';
        int word = skipBlanks(behind);
        if (sql.regionMatches(true, word, "uescape", 0, 7)
                && (word + 7 >= sql.length() || !Lexer.isIdentifierPart(sql.charAt(word + 7)))) {
            int mark = skipBlanks(word + 7);
            if (mark >= sql.length() || sql.charAt(mark) != '\'') {
                throw Lexer.notUnderstood("UESCAPE without its sign", word);
            }
            String sign = plain(mark);
            if (sign.length() != 1 || !Escapes.mayEscape(sign.charAt(0))) {
                throw Lexer.notUnderstood("such a sign for UESCAPE", mark);
            }
            escape = sign.charAt(0);
            behind = end;
        }
        end = behind;
        return Escapes.unicode(raw, escape, quote);
    }
}
