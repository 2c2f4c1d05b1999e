package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.Refusing;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a statement into words by PostgreSQL's rules (with standard_conforming_strings on, which
 * the session sees to). What it does not know is refused, never skipped.
 */
final class Lexer {

    private static final String SELF = ",()[].;:";
    private static final String OPERATOR_CHARACTERS = "~!@#^&|`?+-*/%<>=";
    private static final String LETS_END_IN_SIGN = "~!@#^&|`?%";
    private static final int IDENTIFIER_BYTES_MAX = 63;
    private static final int TOKENS_MAX = 20_000;

    private final String sql;
    private final Strings strings;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String sql) {
        this.sql = sql;
        this.strings = new Strings(sql);
    }

    static List<Token> tokens(String sql) {
        return new Lexer(sql).run();
    }

    private List<Token> run() {
        refuseImpossibleCharacters();
        while (skipBlanks()) {
            if (tokens.size() >= TOKENS_MAX) {
                throw Refusals.tooLong("The statement has more than " + TOKENS_MAX + " words", at);
            }
            tokens.add(next());
        }
        tokens.add(new Token(Kind.END, "", sql.length(), sql.length()));
        return tokens;
    }

    private void refuseImpossibleCharacters() {
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !isPair(i))) {
                throw notUnderstood("a character that no PostgreSQL text can hold", i);
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
    }

    private boolean isPair(int i) {
        return i + 1 < sql.length() && Character.isSurrogatePair(sql.charAt(i), sql.charAt(i + 1));
    }

    private boolean skipBlanks() {
        at = strings.skipBlanks(at);
        return at < sql.length();
    }

    private Token next() {
        int begin = at;
        char c = sql.charAt(at);
        char follower = at + 1 < sql.length() ? sql.charAt(at + 1) : 0;
        if (c == '\'') {
            return taken(Kind.STRING, strings.plain(at), begin);
        }
        if (follower == '\'') {
            switch (c) {
                case 'e', 'E' -> {
                    return taken(Kind.STRING, strings.escaped(at + 1), begin);
                }
                case 'b', 'B' -> {
                    return bits(Kind.BITS, "01", begin);
                }
                case 'x', 'X' -> {
                    return bits(Kind.HEX_BITS, "0123456789abcdefABCDEF", begin);
                }
                case 'n', 'N' -> {
                    return taken(Kind.NATIONAL, strings.plain(at + 1), begin);
                }
                default -> {
                    // A word or a sign that stands before a string.
                }
            }
        }
        if ((c == 'u' || c == 'U') && follower == '&' && at + 2 < sql.length()) {
            char quote = sql.charAt(at + 2);
            if (quote == '\'') {
                return taken(Kind.STRING, strings.unicode(at + 2), begin);
            }
            if (quote == '"') {
                String name = strings.unicode(at + 2);
                return taken(Kind.NAME, clipped(nonEmpty(name, begin)), begin);
            }
        }
        if (c == '"') {
            return taken(Kind.NAME, clipped(nonEmpty(strings.quotedName(at), begin)), begin);
        }
        if (c == '$') {
            return dollar(begin);
        }
        if (isIdentifierStart(c)) {
            return word(begin);
        }
        if (isDigit(c) || (c == '.' && isDigit(follower))) {
            Numbers.Read number = Numbers.read(sql, at);
            at = number.end();
            if (at < sql.length() && isIdentifierStart(sql.charAt(at))) {
                throw notUnderstood("a number with letters behind it", at);
            }
            return new Token(Kind.NUMBER, number.canonical(), begin, at);
        }
        for (String symbol : List.of("::", ":=", "..")) {
            if (sql.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Kind.SYMBOL, symbol, begin, at);
            }
        }
        if (SELF.indexOf(c) >= 0) {
            at++;
            return new Token(Kind.SYMBOL, String.valueOf(c), begin, at);
        }
        if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
            return operator(begin);
        }
        throw notUnderstood("the character '" + Character.toString(sql.codePointAt(at)) + "'", at);
    }

    private Token taken(Kind kind, String text, int begin) {
        at = strings.end();
        return new Token(kind, text, begin, at);
    }

    private Token bits(Kind kind, String allowed, int begin) {
        Token token = taken(kind, strings.plain(at + 1), begin);
        if (token.text().chars().anyMatch(c -> allowed.indexOf(c) < 0)) {
            throw notUnderstood("a bit string with other signs than digits", begin);
        }
        return token;
    }

    private Token dollar(int begin) {
        int tagEnd = at + 1;
        while (tagEnd < sql.length() && isTagPart(sql.charAt(tagEnd), tagEnd == at + 1)) {
            tagEnd++;
        }
        if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
            throw Refusals.parameter(begin);
        }
        String tag = sql.substring(at, tagEnd + 1);
        int close = sql.indexOf(tag, tagEnd + 1);
        if (close < 0) {
            throw notUnderstood("a " + tag + " that is not closed", begin);
        }
        at = close + tag.length();
        return new Token(Kind.STRING, sql.substring(tagEnd + 1, close), begin, at);
    }

    private Token word(int begin) {
        while (at < sql.length() && isIdentifierPart(sql.charAt(at))) {
            at++;
        }
        return new Token(Kind.WORD, clipped(folded(sql.substring(begin, at))), begin, at);
    }

    private Token operator(int begin) {
        int end = at;
        while (end < sql.length() && OPERATOR_CHARACTERS.indexOf(sql.charAt(end)) >= 0) {
            if (end > begin && (sql.startsWith("--", end) || sql.startsWith("/*", end))) {
                break;
            }
            end++;
        }
        while (end > begin + 1 && endsInSign(sql.substring(begin, end))) {
            end--;
        }
        at = end;
        String symbol = sql.substring(begin, end);
        if (symbol.equals("=>")) {
            return new Token(Kind.SYMBOL, symbol, begin, end);
        }
        if (symbol.length() > IDENTIFIER_BYTES_MAX) {
            throw notUnderstood("an operator that is too long", begin);
        }
        return new Token(Kind.OPERATOR, symbol.equals("!=") ? "<>" : symbol, begin, end);
    }

    /** Such an operator ends before its sign, unless it holds a character that SQL's own lack. */
    private static boolean endsInSign(String symbol) {
        char last = symbol.charAt(symbol.length() - 1);
        return (last == '+' || last == '-')
                && symbol.chars().noneMatch(c -> LETS_END_IN_SIGN.indexOf(c) >= 0);
    }

    private static String nonEmpty(String name, int at) {
        if (name.isEmpty()) {
            throw notUnderstood("a name without a letter", at);
        }
        return name;
    }

    /** ASCII only, as PostgreSQL does in UTF-8. */
    private static String folded(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return folded.toString();
    }

    /** PostgreSQL cuts names silently; the name that is left is the one that counts. */
    static String clipped(String name) {
        int bytes = 0;
        int i = 0;
        while (i < name.length()) {
            int point = name.codePointAt(i);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > IDENTIFIER_BYTES_MAX) {
                return name.substring(0, i);
            }
            i += Character.charCount(point);
        }
        return name;
    }

    static boolean isIdentifierStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    static boolean isIdentifierPart(char c) {
        return isIdentifierStart(c) || isDigit(c) || c == '$';
    }

    private static boolean isTagPart(char c, boolean first) {
        return isIdentifierStart(c) || (!first && isDigit(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static Refusing notUnderstood(String what, int at) {
        return Refusals.notUnderstood("PostgreSQL's rules do not allow " + what + " here", at);
    }
}
