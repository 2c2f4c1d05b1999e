package dev.surveyor.query.keep;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts that a statement compares with.
 *
 * @param blanked the statement with {@code '…'} for each of them, and without its comments
 * @param texts them, as the database reads them
 */
public record SqlLiterals(String blanked, List<String> texts) {

    public SqlLiterals {
        texts = List.copyOf(texts);
    }

    /** What is not closed goes on to the end: rather too much is blanked than too little. */
    public static SqlLiterals of(String sql) {
        Scan scan = new Scan(sql);
        scan.run();
        return new SqlLiterals(scan.blanked.toString(), scan.texts);
    }

    /** Goes through a statement once, by PostgreSQL's lexical rules, which SQLite's are part of. */
    private static final class Scan {

        private static final String BLANK = "'…'";

        private final String sql;
        private final StringBuilder blanked = new StringBuilder();
        private final List<String> texts = new ArrayList<>();
        private int at;

        Scan(String sql) {
            this.sql = sql;
        }

        void run() {
            while (at < sql.length()) {
                char character = sql.charAt(at);
                if (character == '\'') {
                    literal(quoted('\'', followsEscapeSign()));
                } else if (character == '"' || character == '`') {
                    blanked.append(character).append(quoted(character, false)).append(character);
                } else if (sql.startsWith("--", at)) {
                    lineComment();
                } else if (sql.startsWith("/*", at)) {
                    blockComment();
                } else if (character == '$' && !isWithinName(at)) {
                    dollar();
                } else {
                    blanked.append(character);
                    at++;
                }
            }
        }

        private void literal(String inside) {
            texts.add(inside.replace("''", "'"));
            blanked.append(BLANK);
        }

        /** What is between this quote and its partner, behind which the scan goes on. */
        private String quoted(char quote, boolean backslashes) {
            int begin = ++at;
            while (at < sql.length()) {
                char character = sql.charAt(at);
                if (character == '\\' && backslashes) {
                    at += 2;
                } else if (character != quote) {
                    at++;
                } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                    at += 2;
                } else {
                    return sql.substring(begin, at++);
                }
            }
            at = sql.length();
            return sql.substring(Math.min(begin, at));
        }

        private boolean followsEscapeSign() {
            return at > 0 && "eE".indexOf(sql.charAt(at - 1)) >= 0 && !isWithinName(at - 1);
        }

        private boolean isWithinName(int place) {
            return place > 0 && isPartOfName(sql.charAt(place - 1));
        }

        private static boolean isPartOfName(char character) {
            return Character.isLetterOrDigit(character) || character == '_' || character == '$';
        }

        private void lineComment() {
            while (at < sql.length() && "\n\r".indexOf(sql.charAt(at)) < 0) {
                at++;
            }
        }

        /** They nest. */
        private void blockComment() {
            int depth = 0;
            do {
                if (sql.startsWith("/*", at)) {
                    depth++;
                    at += 2;
                } else if (sql.startsWith("*/", at)) {
                    depth--;
                    at += 2;
                } else {
                    at++;
                }
            } while (depth > 0 && at < sql.length());
            blanked.append(' ');
        }

        /** {@code $tag$…$tag$}, or a parameter such as {@code $1}. */
        private void dollar() {
            int end = at + 1;
            while (end < sql.length() && isPartOfName(sql.charAt(end)) && sql.charAt(end) != '$') {
                end++;
            }
            boolean parameter = end < sql.length() && Character.isDigit(sql.charAt(at + 1));
            if (end >= sql.length() || sql.charAt(end) != '$' || parameter) {
                blanked.append(sql, at, end);
                at = end;
                return;
            }
            String tag = sql.substring(at, end + 1);
            int close = sql.indexOf(tag, end + 1);
            literal(sql.substring(end + 1, close < 0 ? sql.length() : close));
            at = close < 0 ? sql.length() : close + tag.length();
        }
    }
}
