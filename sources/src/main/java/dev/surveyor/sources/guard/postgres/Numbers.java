package dev.surveyor.sources.guard.postgres;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as PostgreSQL 16 writes them, given back as every version reads them. */
final class Numbers {

    private static final Pattern OTHER_BASE =
            Pattern.compile("0([xX](_?[0-9a-fA-F])+|[oO](_?[0-7])+|[bB](_?[01])+)");
    private static final Pattern DECIMAL =
            Pattern.compile(
                    "(?:\\d(?:_?\\d)*(?:\\.(?!\\.)(?:\\d(?:_?\\d)*)?)?|\\.\\d(?:_?\\d)*)(?:[eE][+-]?\\d(?:_?\\d)*)?");
    private static final int DIGITS_MAX = 1000;

    record Read(String canonical, int end) {}

    private Numbers() {}

    static Read read(String sql, int at) {
        Matcher matcher = OTHER_BASE.matcher(sql).region(at, sql.length());
        if (matcher.lookingAt()) {
            String digits = matcher.group().substring(2).replace("_", "");
            int base =
                    switch (Character.toLowerCase(sql.charAt(at + 1))) {
                        case 'x' -> 16;
                        case 'o' -> 8;
                        default -> 2;
                    };
            refuseLong(digits, at);
            return new Read(new BigInteger(digits, base).toString(), matcher.end());
        }
        matcher = DECIMAL.matcher(sql).region(at, sql.length());
        if (!matcher.lookingAt()) {
            throw Lexer.notUnderstood("such a number", at);
        }
        String digits = matcher.group().replace("_", "");
        refuseLong(digits, at);
        return new Read(digits, matcher.end());
    }

    private static void refuseLong(String digits, int at) {
        if (digits.length() > DIGITS_MAX) {
            throw Lexer.notUnderstood("a number of more than " + DIGITS_MAX + " digits", at);
        }
    }
}
