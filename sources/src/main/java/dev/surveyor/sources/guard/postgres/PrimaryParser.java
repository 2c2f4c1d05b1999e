package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.ArrayOf;
import dev.surveyor.sources.guard.postgres.Expression.Case;
import dev.surveyor.sources.guard.postgres.Expression.Cast;
import dev.surveyor.sources.guard.postgres.Expression.Column;
import dev.surveyor.sources.guard.postgres.Expression.Constant;
import dev.surveyor.sources.guard.postgres.Expression.Field;
import dev.surveyor.sources.guard.postgres.Expression.FieldStar;
import dev.surveyor.sources.guard.postgres.Expression.Literal;
import dev.surveyor.sources.guard.postgres.Expression.LiteralKind;
import dev.surveyor.sources.guard.postgres.Expression.Row;
import dev.surveyor.sources.guard.postgres.Expression.Star;
import dev.surveyor.sources.guard.postgres.Expression.Subquery;
import dev.surveyor.sources.guard.postgres.Expression.Test;
import dev.surveyor.sources.guard.postgres.Expression.TypeName;
import dev.surveyor.sources.guard.postgres.Expression.When;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators stand between. */
final class PrimaryParser {

    private static final Set<String> WITH_PRECISION =
            Set.of("current_time", "current_timestamp", "localtime", "localtimestamp");
    private static final Set<String> VALUE_WORDS =
            Set.of(
                    "null",
                    "true",
                    "false",
                    "current_date",
                    "current_time",
                    "current_timestamp",
                    "localtime",
                    "localtimestamp",
                    "current_user",
                    "current_role",
                    "session_user",
                    "user",
                    "current_catalog",
                    "current_schema");

    private final Parser parser;

    PrimaryParser(Parser parser) {
        this.parser = parser;
    }

    private Tokens tokens() {
        return parser.tokens;
    }

    /** What stands between brackets: one query, or expressions. */
    record Bracketed(@Nullable Query query, List<Expression> list) {}

    static boolean isValueWord(String word) {
        return VALUE_WORDS.contains(word) && !Set.of("null", "true", "false").contains(word);
    }

    Expression read() {
        Token token = tokens().peek();
        Position at = tokens().position();
        return switch (token.kind()) {
            case STRING -> literal(LiteralKind.STRING, at);
            case NUMBER -> literal(LiteralKind.NUMBER, at);
            case BITS -> literal(LiteralKind.BITS, at);
            case HEX_BITS -> literal(LiteralKind.HEX_BITS, at);
            case NATIONAL ->
                    new Cast(
                            literal(LiteralKind.STRING, at),
                            new TypeName(List.of("pg_catalog", "bpchar"), List.of(), "", 0, at),
                            at);
            case SYMBOL -> {
                if (!token.isSymbol("(")) {
                    throw tokens().unexpected("a value");
                }
                yield brackets(at);
            }
            case NAME -> named(at);
            case WORD -> word(token.text(), at);
            case OPERATOR, END -> throw tokens().unexpected("a value");
        };
    }

    private Expression literal(LiteralKind kind, Position at) {
        return new Literal(kind, tokens().take().text(), at);
    }

    private Expression brackets(Position at) {
        Bracketed content = bracketed();
        if (content.query() != null) {
            return fields(new Subquery("", content.query(), at));
        }
        if (content.list().size() > 1) {
            return new Row(false, content.list(), at);
        }
        return fields(content.list().getFirst());
    }

    Bracketed bracketed() {
        return tokens().nested(this::bracketedHere);
    }

    private Bracketed bracketedHere() {
        tokens().expectSymbol("(");
        if (parser.queries.atQuery()) {
            Query query = parser.queries.read();
            tokens().expectSymbol(")");
            return new Bracketed(query, List.of());
        }
        List<Expression> list = new ArrayList<>();
        if (tokens().atSymbol("(")) {
            Position at = tokens().position();
            Bracketed inner = bracketed();
            Query query = inner.query();
            if (query != null) {
                if (parser.queries.atContinuation()) {
                    query = parser.queries.continued(query);
                }
                if (tokens().acceptSymbol(")")) {
                    return new Bracketed(query, List.of());
                }
            }
            Expression first =
                    query != null
                            ? new Subquery("", query, at)
                            : inner.list().size() == 1
                                    ? inner.list().getFirst()
                                    : new Row(false, inner.list(), at);
            list.add(parser.expressions.behind(fields(first), 0));
            if (tokens().acceptSymbol(",")) {
                list.addAll(parser.expressions.list());
            }
        } else {
            list.addAll(parser.expressions.list());
        }
        tokens().expectSymbol(")");
        return new Bracketed(null, list);
    }

    /** {@code .name} and {@code .*} behind a value. */
    Expression fields(Expression value) {
        Expression result = value;
        while (tokens().atSymbol(".")) {
            Position at = tokens().position();
            tokens().take();
            if (tokens().acceptOperator("*")) {
                return new FieldStar(result, at);
            }
            result = new Field(result, tokens().label(), at);
            tokens().stacked();
        }
        return result;
    }

    private Expression word(String word, Position at) {
        if (VALUE_WORDS.contains(word)
                && !(word.equals("current_schema") && tokens().peek(1).isSymbol("("))) {
            tokens().take();
            Integer precision =
                    WITH_PRECISION.contains(word) && tokens().atSymbol("(")
                            ? parser.types.precision()
                            : null;
            return new Constant(word.toUpperCase(Locale.ROOT), precision, at);
        }
        switch (word) {
            case "case" -> {
                return tokens().nested(() -> caseOf(at));
            }
            case "exists" -> {
                if (tokens().peek(1).isSymbol("(")) {
                    tokens().take();
                    return new Subquery("EXISTS", queryInBrackets(), at);
                }
            }
            case "array" -> {
                tokens().take();
                if (tokens().atSymbol("(")) {
                    return new Subquery("ARRAY", queryInBrackets(), at);
                }
                return tokens().nested(() -> array(true, at));
            }
            case "row" -> {
                if (tokens().peek(1).isSymbol("(")) {
                    tokens().take();
                    return new Row(true, rowParts(), at);
                }
            }
            default -> {
                Expression phrase = parser.phrases.readOrNone(word, at);
                if (phrase != null) {
                    return fields(phrase);
                }
                TypeName type = parser.types.beforeLiteral();
                if (type != null) {
                    return typed(type, at);
                }
            }
        }
        return named(at);
    }

    private Expression typed(TypeName type, Position at) {
        Position place = tokens().position();
        if (tokens().peek().kind() != Kind.STRING) {
            throw tokens().unexpected("a text");
        }
        Expression text = literal(LiteralKind.STRING, place);
        TypeName whole = parser.types.withFieldsBehind(type);
        return new Cast(text, whole, at);
    }

    private Query queryInBrackets() {
        Bracketed content = bracketed();
        if (content.query() == null) {
            throw tokens().unexpected("a query");
        }
        return content.query();
    }

    private List<Expression> rowParts() {
        tokens().expectSymbol("(");
        if (tokens().acceptSymbol(")")) {
            return List.of();
        }
        List<Expression> parts = tokens().listOf(parser.expressions::readOrStar);
        tokens().expectSymbol(")");
        return parts;
    }

    private Expression array(boolean worded, Position at) {
        tokens().expectSymbol("[");
        List<Expression> parts = new ArrayList<>();
        if (!tokens().atSymbol("]")) {
            parts.addAll(
                    tokens().listOf(() ->
                            tokens().atSymbol("[")
                                    ? tokens().nested(() -> array(false, tokens().position()))
                                    : parser.expressions.read()));
        }
        tokens().expectSymbol("]");
        return new ArrayOf(worded, parts, at);
    }

    private Expression caseOf(Position at) {
        tokens().take();
        Expression of = tokens().atWord("when") ? null : parser.expressions.read();
        List<When> branches = new ArrayList<>();
        while (tokens().acceptWord("when")) {
            Expression condition = parser.expressions.read();
            tokens().expectWord("then");
            branches.add(new When(condition, parser.expressions.read()));
        }
        Expression otherwise = tokens().acceptWord("else") ? parser.expressions.read() : null;
        tokens().expectWord("end");
        if (branches.isEmpty()) {
            throw tokens().unexpected("WHEN");
        }
        return new Case(of, branches, otherwise, at);
    }

    /** A column, a call, or a type before its literal. */
    private Expression named(Position at) {
        Token first = tokens().peek();
        boolean columnAllowed = first.kind() == Kind.NAME || Keywords.mayNameColumn(first.text());
        boolean functionAllowed =
                first.kind() == Kind.NAME || Keywords.mayNameFunctionOrType(first.text());
        if (!columnAllowed && !functionAllowed) {
            throw tokens().unexpected("a value");
        }
        List<String> name = new ArrayList<>();
        name.add(tokens().take().text());
        while (tokens().acceptSymbol(".")) {
            if (tokens().acceptOperator("*")) {
                return new Star(name, at);
            }
            name.add(tokens().label());
        }
        boolean call = functionAllowed || name.size() > 1;
        if (call && tokens().atSymbol("(")) {
            return fields(parser.calls.call(name, at));
        }
        if (call && tokens().peek().kind() == Kind.STRING) {
            return typed(new TypeName(name, List.of(), "", 0, at), at);
        }
        if (!columnAllowed) {
            throw tokens().unexpected("\"(\"");
        }
        return new Column(name, at);
    }

    Expression test(Expression value, Position at) {
        tokens().expectWord("is");
        String is = tokens().acceptWord("not") ? "IS NOT " : "IS ";
        if (tokens().acceptWord("distinct")) {
            tokens().expectWord("from");
            return parser.expressions.distinctFrom(value, is + "DISTINCT FROM", at);
        }
        if (tokens().atAnyWord("null", "true", "false", "unknown", "document", "normalized")) {
            return new Test(value, is + tokens().take().text().toUpperCase(Locale.ROOT), at);
        }
        if (tokens().atAnyWord("nfc", "nfd", "nfkc", "nfkd")) {
            String form = tokens().take().text().toUpperCase(Locale.ROOT);
            tokens().expectWord("normalized");
            return new Test(value, is + form + " NORMALIZED", at);
        }
        if (tokens().acceptWord("json")) {
            String words = is + "JSON";
            if (tokens().atAnyWord("value", "array", "object", "scalar")) {
                words += " " + tokens().take().text().toUpperCase(Locale.ROOT);
            }
            return new Test(value, words + parser.json.uniqueKeys(), at);
        }
        throw tokens().unexpected("NULL, TRUE, DISTINCT FROM or the like");
    }
}
