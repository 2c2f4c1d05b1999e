package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.FromItem.Alias;
import dev.surveyor.sources.guard.postgres.FromItem.ColumnDefinition;
import dev.surveyor.sources.guard.postgres.FromItem.Function;
import dev.surveyor.sources.guard.postgres.FromItem.Functions;
import dev.surveyor.sources.guard.postgres.FromItem.Join;
import dev.surveyor.sources.guard.postgres.FromItem.Nested;
import dev.surveyor.sources.guard.postgres.FromItem.Phrased;
import dev.surveyor.sources.guard.postgres.FromItem.Sample;
import dev.surveyor.sources.guard.postgres.FromItem.Table;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tables, functions, queries and joins in FROM. */
final class FromParser {

    private final Parser parser;

    FromParser(Parser parser) {
        this.parser = parser;
    }

    private Tokens tokens() {
        return parser.tokens;
    }

    FromItem read() {
        return tokens().nested(() -> joined(single()));
    }

    private FromItem joined(FromItem first) {
        FromItem left = first;
        while (atJoin()) {
            left = joinedOnce(left);
            tokens().stacked();
        }
        return left;
    }

    private boolean atJoin() {
        return tokens().atAnyWord("join", "inner", "left", "right", "full", "cross", "natural");
    }

    private FromItem joinedOnce(FromItem left) {
        Position at = tokens().position();
        String words = joinWords();
        FromItem right = single();
        if (words.startsWith("CROSS") || words.startsWith("NATURAL")) {
            return new Join(left, words, right, null, List.of(), null, null, at);
        }
        while (atJoin()) {
            right = joinedOnce(right);
            tokens().stacked();
        }
        if (tokens().acceptWord("on")) {
            Expression on = parser.expressions.read();
            return new Join(left, words, right, on, List.of(), null, null, at);
        }
        tokens().expectWord("using");
        List<String> using = columnNames();
        if (using.isEmpty()) {
            throw tokens().unexpected("the columns of USING");
        }
        String alias = tokens().acceptWord("as") ? tokens().columnName() : null;
        return new Join(left, words, right, null, using, alias, null, at);
    }

    private String joinWords() {
        String natural = tokens().acceptWord("natural") ? "NATURAL " : "";
        if (natural.isEmpty() && tokens().acceptWord("cross")) {
            tokens().expectWord("join");
            return "CROSS JOIN";
        }
        String kind = "";
        if (tokens().atAnyWord("left", "right", "full")) {
            kind = tokens().take().text().toUpperCase(Locale.ROOT) + " ";
            tokens().acceptWord("outer");
        } else {
            tokens().acceptWord("inner");
        }
        tokens().expectWord("join");
        return natural + kind + "JOIN";
    }

    private FromItem single() {
        Position at = tokens().position();
        boolean lateral = tokens().acceptWord("lateral");
        if (tokens().atSymbol("(")) {
            Bracketed content = tokens().nested(this::bracketed);
            return lateral || content.query() != null
                    ? nested(lateral, content, at)
                    : withJoinAlias(content.item());
        }
        if (tokens().atWords("rows", "from")) {
            tokens().take();
            tokens().take();
            tokens().expectSymbol("(");
            List<Function> functions = tokens().listOf(this::rowsFromFunction);
            tokens().expectSymbol(")");
            return functions(lateral, true, functions, at);
        }
        if (tokens().atAnyWord("xmltable", "json_table") && tokens().peek(1).isSymbol("(")) {
            Expression.Phrase phrase =
                    tokens().atWord("xmltable")
                            ? parser.phrases.xmlTable()
                            : parser.json.jsonTable();
            return new Phrased(lateral, phrase, alias(), at);
        }
        if (startsFunction()) {
            Function function = new Function(parser.calls.functionInFrom(), List.of());
            return functions(lateral, false, List.of(function), at);
        }
        if (lateral) {
            throw tokens().unexpected("a query or a function");
        }
        return sampled(relation(), at);
    }

    private FromItem nested(boolean lateral, Bracketed content, Position at) {
        if (content.query() == null) {
            throw tokens().unexpected("a query");
        }
        return new Nested(lateral, content.query(), alias(), at);
    }

    private static FromItem withJoinAlias(@Nullable FromItem item) {
        return java.util.Objects.requireNonNull(item);
    }

    /** Brackets hold a query or a join; which of them shows only behind the inner ones. */
    private record Bracketed(@Nullable Query query, @Nullable FromItem item) {}

    private Bracketed bracketed() {
        tokens().expectSymbol("(");
        if (parser.queries.atQuery()) {
            Query query = parser.queries.read();
            tokens().expectSymbol(")");
            return new Bracketed(query, null);
        }
        Position at = tokens().position();
        FromItem first;
        if (tokens().atSymbol("(")) {
            Bracketed inner = tokens().nested(this::bracketed);
            Query query = inner.query();
            if (query != null) {
                if (parser.queries.atContinuation()) {
                    query = parser.queries.continued(query);
                }
                if (tokens().acceptSymbol(")")) {
                    return new Bracketed(query, null);
                }
                first = new Nested(false, query, alias(), at);
            } else {
                first = withJoinAlias(inner.item());
            }
        } else {
            first = single();
        }
        FromItem item = joined(first);
        tokens().expectSymbol(")");
        return new Bracketed(null, aliased(item));
    }

    private FromItem aliased(FromItem item) {
        if (!(item instanceof Join join) || join.alias() != null) {
            return item;
        }
        return new Join(
                join.left(),
                join.words(),
                join.right(),
                join.on(),
                join.using(),
                join.usingAlias(),
                alias(),
                join.at());
    }

    private boolean startsFunction() {
        int ahead = 0;
        Token token = tokens().peek();
        if (token.kind() == Kind.WORD
                && tokens().peek(1).isSymbol("(")
                && (Keywords.COLUMN.contains(token.text())
                        || PrimaryParser.isValueWord(token.text()))) {
            return true;
        }
        if (token.kind() == Kind.WORD && PrimaryParser.isValueWord(token.text())) {
            return true;
        }
        if (token.kind() != Kind.NAME
                && !(token.kind() == Kind.WORD && !Keywords.RESERVED.contains(token.text()))) {
            return false;
        }
        while (tokens().peek(ahead + 1).isSymbol(".")) {
            ahead += 2;
        }
        return tokens().peek(ahead + 1).isSymbol("(");
    }

    private Function rowsFromFunction() {
        Expression call = parser.calls.functionInFrom();
        List<ColumnDefinition> columns =
                tokens().acceptWord("as") ? definitionsInBrackets() : List.of();
        return new Function(call, columns);
    }

    private FromItem functions(
            boolean lateral, boolean rowsFrom, List<Function> functions, Position at) {
        boolean ordinality = tokens().acceptWords("with", "ordinality");
        return new Functions(lateral, rowsFrom, functions, ordinality, alias(), at);
    }

    /** A table's name with ONLY or a star, without an alias. */
    Table relation() {
        Position at = tokens().position();
        boolean only = tokens().acceptWord("only");
        boolean bracket = only && tokens().acceptSymbol("(");
        List<String> name = tokens().qualifiedName();
        if (bracket) {
            tokens().expectSymbol(")");
        }
        if (!only) {
            tokens().acceptOperator("*");
        }
        return new Table(name, only, null, null, at);
    }

    private FromItem sampled(Table table, Position at) {
        Alias alias = alias();
        Sample sample = null;
        if (tokens().acceptWord("tablesample")) {
            List<String> method = tokens().qualifiedName();
            tokens().expectSymbol("(");
            List<Expression> arguments = parser.expressions.list();
            tokens().expectSymbol(")");
            Expression repeatable = null;
            if (tokens().acceptWord("repeatable")) {
                tokens().expectSymbol("(");
                repeatable = parser.expressions.read();
                tokens().expectSymbol(")");
            }
            sample = new Sample(method, arguments, repeatable);
        }
        return new Table(table.name(), table.only(), alias, sample, at);
    }

    private @Nullable Alias alias() {
        boolean as = tokens().acceptWord("as");
        if (as && tokens().atSymbol("(")) {
            return new Alias(null, List.of(), definitionsInBrackets());
        }
        if (!as && !tokens().atColumnName()) {
            return null;
        }
        String name = tokens().columnName();
        if (!tokens().atSymbol("(")) {
            return new Alias(name, List.of(), List.of());
        }
        Token second = tokens().peek(2);
        return second.isSymbol(",") || second.isSymbol(")")
                ? new Alias(name, columnNames(), List.of())
                : new Alias(name, List.of(), definitionsInBrackets());
    }

    /** Names in brackets, or none where there are no brackets. */
    List<String> columnNames() {
        if (!tokens().acceptSymbol("(")) {
            return List.of();
        }
        List<String> names = tokens().listOf(tokens()::columnName);
        tokens().expectSymbol(")");
        return names;
    }

    private List<ColumnDefinition> definitionsInBrackets() {
        tokens().expectSymbol("(");
        List<ColumnDefinition> definitions =
                tokens().listOf(() -> {
                    String name = tokens().columnName();
                    Expression.TypeName type = parser.types.read();
                    List<String> collation =
                            tokens().acceptWord("collate") ? tokens().qualifiedName() : List.of();
                    return new ColumnDefinition(name, type, collation);
                });
        tokens().expectSymbol(")");
        return definitions;
    }
}
