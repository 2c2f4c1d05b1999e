package dev.surveyor.sources.sqlite;

import dev.surveyor.catalog.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What only the text of CREATE TABLE tells: its checks. */
record SqliteDefinition(List<Check> checks) {

    /** Words, quoted things, comments, and single characters. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "--[^\\n]*|/\\*.*?(?:\\*/|\\z)|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^]]*]"
                            + "|[\\p{L}_][\\p{L}\\p{N}_$]*|\\S",
                    Pattern.DOTALL);

    SqliteDefinition {
        checks = List.copyOf(checks);
    }

    static SqliteDefinition of(@Nullable String sql) {
        List<Check> checks = new ArrayList<>();
        if (sql == null) {
            return new SqliteDefinition(checks);
        }
        Matcher token = TOKEN.matcher(sql);
        String name = "";
        String last = "";
        while (token.find()) {
            String text = token.group();
            if (last.equalsIgnoreCase("CONSTRAINT")) {
                name = text.replaceAll("^[\"`\\[]|[\"`\\]]$", "");
            } else if (last.equalsIgnoreCase("CHECK") && text.equals("(")) {
                checks.add(new Check(name, expression(sql, token)));
                name = "";
            }
            if (!text.startsWith("--") && !text.startsWith("/*")) {
                last = text;
            }
        }
        return new SqliteDefinition(checks);
    }

    /** From the opening parenthesis that was just found to the one that closes it. */
    private static String expression(String sql, Matcher token) {
        int begin = token.start();
        int open = 1;
        while (open > 0 && token.find()) {
            switch (token.group()) {
                case "(" -> open++;
                case ")" -> open--;
                default -> {}
            }
        }
        return open == 0 ? sql.substring(begin, token.end()) : sql.substring(begin);
    }
}
