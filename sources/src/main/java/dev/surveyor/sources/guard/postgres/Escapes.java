package dev.surveyor.sources.guard.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a backslash (or another sign) and the letters behind it stand for. */
final class Escapes {

    private Escapes() {}

    static boolean mayEscape(char sign) {
        return Character.digit(sign, 16) < 0
                && sign != '+'
                && sign != '\''
                && sign != '"'
                && !Strings.isBlank(sign);
    }

    /** Appends what stands at a backslash within {@code E'…'}; gives the offset behind it. */
    static int backslash(String sql, int at, StringBuilder text) {
        if (at + 1 >= sql.length()) {
            throw Lexer.notUnderstood("a quote that is not closed", at);
        }
        char c = sql.charAt(at + 1);
        switch (c) {
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'v' -> text.append((char) 0x0B);
            case 'u' -> {
                return point(sql, at + 2, 4, text);
            }
            case 'U' -> {
                return point(sql, at + 2, 8, text);
            }
            case 'x' -> {
                int digits = digits(sql, at + 2, 2, 16);
                if (digits > 0) {
                    return bytes(sql, at, text);
                }
                text.append('x');
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return bytes(sql, at, text);
            }
            default -> {
                text.appendCodePoint(sql.codePointAt(at + 1));
                return at + 1 + Character.charCount(sql.codePointAt(at + 1));
            }
        }
        return at + 2;
    }

    /** Octal and hexadecimal escapes are bytes: neighbours make up one character of UTF-8. */
    private static int bytes(String sql, int from, StringBuilder text) {
        ByteBuffer buffer = ByteBuffer.allocate(sql.length());
        int i = from;
        while (i + 1 < sql.length() && sql.charAt(i) == '\\') {
            boolean hex = sql.charAt(i + 1) == 'x';
            int begin = hex ? i + 2 : i + 1;
            int length = hex ? digits(sql, begin, 2, 16) : digits(sql, begin, 3, 8);
            if (length == 0) {
                break;
            }
            int value = Integer.parseInt(sql.substring(begin, begin + length), hex ? 16 : 8);
            buffer.put((byte) value);
            i = begin + length;
        }
        try {
            text.append(StandardCharsets.UTF_8.newDecoder().decode(buffer.flip()));
        } catch (CharacterCodingException e) {
            throw Lexer.notUnderstood("bytes that are no text", from);
        }
        return i;
    }

    private static int digits(String sql, int from, int most, int radix) {
        int i = from;
        while (i < sql.length()
                && i < from + most
                && sql.charAt(i) < 0x80
                && Character.digit(sql.charAt(i), radix) >= 0) {
            i++;
        }
        return i - from;
    }

    private static int point(String sql, int from, int length, StringBuilder text) {
        if (digits(sql, from, length, 16) < length) {
            throw Lexer.notUnderstood("such an escape", from);
        }
        append(Long.parseLong(sql.substring(from, from + length), 16), from, text);
        return from + length;
    }

    private static void append(long point, int at, StringBuilder text) {
        if (point == 0 || point > Character.MAX_CODE_POINT) {
            throw Lexer.notUnderstood("such a character", at);
        }
        if (point <= 0xFFFF) {
            text.append((char) point);
        } else {
            text.appendCodePoint((int) point);
        }
    }

    static String unicode(String raw, char escape, int at) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c != escape) {
                text.append(c);
                i++;
            } else if (i + 1 < raw.length() && raw.charAt(i + 1) == escape) {
                text.append(escape);
                i += 2;
            } else {
                int length = i + 1 < raw.length() && raw.charAt(i + 1) == '+' ? 6 : 4;
                int begin = length == 6 ? i + 2 : i + 1;
                if (digits(raw, begin, length, 16) < length) {
                    throw Lexer.notUnderstood("such an escape", at);
                }
                append(Long.parseLong(raw.substring(begin, begin + length), 16), at, text);
                i = begin + length;
            }
        }
        return checked(text.toString(), at);
    }

    /** Text that PostgreSQL can hold: no zero, no half of a character. */
    static String checked(String text, int at) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw Lexer.notUnderstood("a character that no PostgreSQL text can hold", at);
            }
            if (pair) {
                i++;
            }
        }
        return text;
    }
}
