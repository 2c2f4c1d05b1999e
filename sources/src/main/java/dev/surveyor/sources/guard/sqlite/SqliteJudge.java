package dev.surveyor.sources.guard.sqlite;

import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.StatementRules.Judge;
import dev.surveyor.sources.Verdict;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.Refusing;
import dev.surveyor.sources.guard.sqlite.SqliteWords.Kind;
import dev.surveyor.sources.guard.sqlite.SqliteWords.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ExplainStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Reads, checks and prints; what was printed is read again by SQLite's own rules. */
final class SqliteJudge implements Judge {

    private static final int NESTING_MAX = 60;

    private final SqliteTables tables;

    SqliteJudge(SqliteTables tables) {
        this.tables = tables;
    }

    @Override
    public Verdict verdict(String sql) {
        try {
            return accepted(sql);
        } catch (Refusing e) {
            return new Verdict.Refused(e.refusal());
        }
    }

    @Override
    public Optional<Refusal> refused(Verdict.Accepted accepted, String plan, GuardLimits limits) {
        return Optional.empty();
    }

    private Verdict accepted(String sql) {
        if (sql.length() > Guard.STATEMENT_CHARS_MAX) {
            throw Refusals.tooLong(
                    "The statement has more than " + Guard.STATEMENT_CHARS_MAX + " characters",
                    Guard.STATEMENT_CHARS_MAX);
        }
        SqliteWords words = SqliteWords.of(sql).one();
        refuseDeep(words);
        refuseOther(words);
        Select select = parsed(words.canonical());
        List<Object> parts = SqliteTree.parts(select);
        Set<String> relations = check(parts);
        String printed = printed(select, relations);
        compare(words, select.toString());
        return new Verdict.Accepted(printed, printed, relations);
    }

    private static void refuseDeep(SqliteWords words) {
        int depth = 0;
        for (Word word : words.words()) {
            if (word.kind() == Kind.SIGN && word.text().equals("(")) {
                depth++;
            } else if (word.kind() == Kind.SIGN && word.text().equals(")")) {
                depth--;
            }
            if (depth > NESTING_MAX) {
                throw Refusals.of(
                        GuardRule.TOO_DEEP,
                        "The statement is nested more than " + NESTING_MAX + " levels deep",
                        word.at());
            }
        }
    }

    private static void refuseOther(SqliteWords words) {
        if (words.words().isEmpty()) {
            throw Refusals.notUnderstood("There is no statement", 0);
        }
        Word first = words.words().getFirst();
        boolean query =
                first.kind() == Kind.WORD
                        && Set.of("select", "with", "values").contains(first.text());
        if (!query && !first.text().equals("(")) {
            throw Refusals.of(
                    GuardRule.NOT_A_QUERY,
                    "\"" + first.text() + "\" does not begin a query, and nothing else may run",
                    first.at(),
                    "SELECT, VALUES and WITH … SELECT");
        }
    }

    private static Select parsed(String sql) {
        try {
            Statement statement = CCJSqlParserUtil.parse(sql, parser -> parser.withTimeOut(2000));
            if (statement instanceof Select select) {
                return select;
            }
            throw Refusals.of(
                    GuardRule.NOT_A_QUERY,
                    statement instanceof ExplainStatement
                            ? "EXPLAIN may not run here"
                            : "Only a query may run",
                    0);
        } catch (JSQLParserException e) {
            throw Refusals.notUnderstood("This is no query that can be read", 0);
        }
    }

    private Set<String> check(List<Object> parts) {
        Set<String> commons = new HashSet<>();
        Set<Object> qualifiers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object part : parts) {
            if (part instanceof Column column && column.getTable() != null) {
                qualifiers.add(column.getTable());
            }
            if (part instanceof AllTableColumns all) {
                qualifiers.add(all.getTable());
            }
            if (part instanceof WithItem<?> with) {
                commons.add(SqliteWords.folded(unquoted(with.getUnquotedAliasName())));
            }
        }
        Set<String> relations = new TreeSet<>();
        for (Object part : parts) {
            switch (part) {
                case Function function -> function(function.getName());
                case AnalyticExpression analytic -> function(analytic.getName());
                case PlainSelect select -> clauses(select);
                case Table table -> table(table, commons, qualifiers, relations);
                default -> {
                    // On the list, with nothing to look up.
                }
            }
        }
        return relations;
    }

    private static void function(String name) {
        if (!SqliteFunctions.ALLOWED.contains(SqliteWords.folded(unquoted(name)))) {
            throw Refusals.of(
                    GuardRule.FUNCTION, "The function " + name + " may not be called", -1);
        }
    }

    private static void clauses(PlainSelect select) {
        if (select.getIntoTables() != null || select.getIntoTempTable() != null) {
            throw Refusals.of(GuardRule.INTO, "SELECT INTO would make a table", -1);
        }
        if (select.getForMode() != null) {
            throw Refusals.of(GuardRule.LOCKING, "The query would lock rows", -1);
        }
    }

    private void table(
            Table table, Set<String> commons, Set<Object> qualifiers, Set<String> relations) {
        if (qualifiers.contains(table)) {
            return;
        }
        String schema = table.getSchemaName();
        String name = SqliteWords.folded(unquoted(table.getName()));
        boolean plain = schema == null && table.getDatabase().getDatabaseName() == null;
        if (plain && commons.contains(name)) {
            if (tables.exists(name)) {
                throw Refusals.of(
                        GuardRule.UNKNOWN_TABLE,
                        "The query in WITH may not be called " + name + " as a table is",
                        -1);
            }
            return;
        }
        if (!plain || !tables.isVisible(name)) {
            throw Refusals.of(
                    name.startsWith("sqlite_") || name.startsWith("pragma_")
                            ? GuardRule.SYSTEM_CATALOG
                            : GuardRule.UNKNOWN_TABLE,
                    "There is no table " + table.getFullyQualifiedName() + " that may be seen",
                    -1);
        }
        if (tables.isView(name) && tables.holdsBack()) {
            throw Refusals.of(
                    GuardRule.VIEW,
                    "The view " + name + " could show what is held back from other tables",
                    -1);
        }
        relations.add("main." + name);
    }

    private static String unquoted(@Nullable String name) {
        if (name == null) {
            return "";
        }
        return name.length() > 1 && name.charAt(0) == '"'
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name;
    }

    /** A query of WITH in the place of every table of which not all may be seen. */
    private String printed(Select select, Set<String> relations) {
        List<String> commons = new ArrayList<>();
        for (String relation : relations) {
            String name = relation.substring("main.".length());
            tables.restricted(name)
                    .ifPresent(query ->
                            commons.add(SqliteTables.quoted(name) + " AS (" + query + ")"));
        }
        if (commons.isEmpty()) {
            return select.toString();
        }
        boolean recursive = false;
        List<WithItem<?>> own = select.getWithItemsList();
        if (own != null) {
            for (WithItem<?> with : own) {
                recursive |= with.isRecursive();
                with.setRecursive(false);
                commons.add(with.toString());
            }
            select.setWithItemsList(null);
        }
        String body = select.toString();
        select.setWithItemsList(own);
        return (recursive ? "WITH RECURSIVE " : "WITH ") + String.join(", ", commons) + " " + body;
    }

    /**
     * SQLite's own rules must find in the print what they found in the statement, and no call more.
     */
    private static void compare(SqliteWords given, String printed) {
        SqliteWords found = SqliteWords.of(printed).one();
        boolean same =
                given.texts(Kind.STRING).equals(found.texts(Kind.STRING))
                        && given.texts(Kind.BLOB).equals(found.texts(Kind.BLOB));
        for (int i = 0; i + 1 < found.words().size(); i++) {
            Word word = found.words().get(i);
            boolean call =
                    found.words().get(i + 1).text().equals("(")
                            && (word.kind() == Kind.WORD || word.kind() == Kind.NAME);
            same &= !call || isKnownBeforeBracket(word, found, i);
        }
        if (!same) {
            throw Refusals.notUnderstood("The statement can be read in two ways", 0);
        }
    }

    /** A function, a word of SQL, or the name of a query in WITH with its columns. */
    private static boolean isKnownBeforeBracket(Word word, SqliteWords found, int at) {
        if (SqliteFunctions.ALLOWED.contains(word.text())
                || SqliteFunctions.WORDS_BEFORE_BRACKETS.contains(word.text())) {
            return true;
        }
        if (at == 0) {
            return false;
        }
        Word before = found.words().get(at - 1);
        return Set.of("with", "recursive", "as", "over", "window").contains(before.text())
                || (before.text().equals(",") && opensCommon(found, at));
    }

    /** {@code , name (columns) AS (}. */
    private static boolean opensCommon(SqliteWords found, int at) {
        int i = at + 1;
        while (i < found.words().size() && !found.words().get(i).text().equals(")")) {
            i++;
        }
        return i + 1 < found.words().size() && found.words().get(i + 1).text().equals("as");
    }
}
