package dev.surveyor.sources.guard.sqlite;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.Refusing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A statement's words as SQLite itself reads them, comments left out. */
record SqliteWords(List<Word> words) {

    private static final int WORDS_MAX = 20_000;
    private static final String SIGNS = "()[],.;+-*/%<>=!|&~";

    enum Kind {
        WORD,
        NAME,
        STRING,
        BLOB,
        NUMBER,
        SIGN
    }

    /**
     * @param text folded where case does not count, unquoted
     */
    record Word(Kind kind, String text, int at) {}

    static SqliteWords of(String sql) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (words.size() > WORDS_MAX) {
                throw Refusals.tooLong("The statement has more than " + WORDS_MAX + " words", at);
            }
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                at++;
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                at = end < 0 ? sql.length() : end + 2;
            } else if (c == '\'' || c == '"' || c == '`') {
                at = quoted(sql, at, c, words);
            } else if (c == '[') {
                int end = closing(sql, at, ']');
                words.add(new Word(Kind.NAME, folded(sql.substring(at + 1, end)), at));
                at = end + 1;
            } else if ((c == 'x' || c == 'X') && sql.startsWith("'", at + 1)) {
                int end = closing(sql, at + 2, '\'');
                words.add(new Word(Kind.BLOB, folded(sql.substring(at + 2, end)), at));
                at = end + 1;
            } else if (isDigit(c)
                    || (c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)))) {
                at = run(sql, at, Kind.NUMBER, words);
            } else if (isLetter(c)) {
                at = run(sql, at, Kind.WORD, words);
            } else if (SIGNS.indexOf(c) >= 0) {
                words.add(new Word(Kind.SIGN, String.valueOf(c), at));
                at++;
            } else if (c == '?' || c == ':' || c == '@' || c == '$') {
                throw Refusals.parameter(at);
            } else {
                throw unknown(at);
            }
        }
        return new SqliteWords(List.copyOf(words));
    }

    private static Refusing unknown(int at) {
        return Refusals.notUnderstood("SQLite's rules do not allow what stands here", at);
    }

    private static int closing(String sql, int from, char mark) {
        int end = sql.indexOf(mark, from);
        if (end < 0) {
            throw Refusals.notUnderstood("A quote is not closed", from);
        }
        return end;
    }

    private static int quoted(String sql, int from, char mark, List<Word> words) {
        StringBuilder text = new StringBuilder();
        int at = from + 1;
        while (true) {
            int end = closing(sql, at, mark);
            text.append(sql, at, end);
            if (end + 1 < sql.length() && sql.charAt(end + 1) == mark) {
                text.append(mark);
                at = end + 2;
            } else {
                words.add(
                        mark == '\''
                                ? new Word(Kind.STRING, text.toString(), from)
                                : new Word(Kind.NAME, folded(text.toString()), from));
                return end + 1;
            }
        }
    }

    private static int run(String sql, int from, Kind kind, List<Word> words) {
        int at = from;
        while (at < sql.length()
                && (isLetter(sql.charAt(at))
                        || isDigit(sql.charAt(at))
                        || (kind == Kind.NUMBER && isPartOfNumber(sql, at)))) {
            at++;
        }
        words.add(new Word(kind, folded(sql.substring(from, at)), from));
        return at;
    }

    private static boolean isPartOfNumber(String sql, int at) {
        char c = sql.charAt(at);
        boolean sign = c == '+' || c == '-';
        return c == '.'
                || (sign
                        && Character.toLowerCase(sql.charAt(at - 1)) == 'e'
                        && at + 1 < sql.length()
                        && isDigit(sql.charAt(at + 1)));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The same statement without comments and trailing semicolons, one text for one reading. */
    String canonical() {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean joined =
                    word.kind() == Kind.SIGN
                            && i > 0
                            && words.get(i - 1).kind() == Kind.SIGN
                            && isOneSign(words.get(i - 1), word);
            sql.append(i == 0 || joined ? "" : " ")
                    .append(
                            switch (word.kind()) {
                                case WORD, NUMBER, SIGN -> word.text();
                                case NAME -> "\"" + word.text().replace("\"", "\"\"") + "\"";
                                case STRING -> "'" + word.text().replace("'", "''") + "'";
                                case BLOB -> "x'" + word.text() + "'";
                            });
        }
        return sql.toString();
    }

    private static boolean isOneSign(Word left, Word right) {
        return right.at() == left.at() + 1
                && List.of("<=", ">=", "<>", "!=", "==", "||", "<<", ">>", "->")
                        .contains(left.text() + right.text());
    }

    /** Refuses all but one statement. */
    SqliteWords one() {
        List<Word> rest = new ArrayList<>(words);
        while (!rest.isEmpty() && rest.getLast().text().equals(";")) {
            rest.removeLast();
        }
        for (Word word : rest) {
            if (word.kind() == Kind.SIGN && word.text().equals(";")) {
                throw Refusals.of(
                        GuardRule.ONE_STATEMENT, "There is more than one statement", word.at());
            }
        }
        return new SqliteWords(rest);
    }

    List<String> texts(Kind kind) {
        return words.stream().filter(word -> word.kind() == kind).map(Word::text).sorted().toList();
    }
}
