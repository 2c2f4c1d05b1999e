package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.Between;
import dev.surveyor.sources.guard.postgres.Expression.Binary;
import dev.surveyor.sources.guard.postgres.Expression.Cast;
import dev.surveyor.sources.guard.postgres.Expression.Collated;
import dev.surveyor.sources.guard.postgres.Expression.Element;
import dev.surveyor.sources.guard.postgres.Expression.In;
import dev.surveyor.sources.guard.postgres.Expression.Logical;
import dev.surveyor.sources.guard.postgres.Expression.Not;
import dev.surveyor.sources.guard.postgres.Expression.Operator;
import dev.surveyor.sources.guard.postgres.Expression.Prefixed;
import dev.surveyor.sources.guard.postgres.Expression.Quantified;
import dev.surveyor.sources.guard.postgres.Expression.Star;
import dev.surveyor.sources.guard.postgres.Expression.Subscript;
import dev.surveyor.sources.guard.postgres.Expression.Test;
import dev.surveyor.sources.guard.postgres.Expression.Worded;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators by their precedence. */
final class ExpressionParser {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int BETWEEN = 6;

    /** Above IN, BETWEEN and LIKE. */
    static final int OTHER = 7;

    private static final int PLUS = 8;
    private static final int TIMES = 9;
    private static final int POWER = 10;
    private static final int AT_ZONE = 11;
    private static final int COLLATE = 12;

    /** The precedence of a sign before a value. */
    static final int SIGN = 13;

    private static final int SUBSCRIPT = 14;

    private static final Set<String> COMPARISONS = Set.of("<", ">", "=", "<=", ">=", "<>");

    private final Parser parser;

    ExpressionParser(Parser parser) {
        this.parser = parser;
    }

    private Tokens tokens() {
        return parser.tokens;
    }

    Expression read() {
        return read(OR);
    }

    Expression read(int least) {
        return tokens().nested(() -> behind(prefixed(), least));
    }

    List<Expression> list() {
        return tokens().listOf(this::read);
    }

    Expression readOrStar() {
        Position at = tokens().position();
        return tokens().acceptOperator("*") ? new Star(List.of(), at) : read();
    }

    private Expression prefixed() {
        Position at = tokens().position();
        if (tokens().acceptWord("not")) {
            return new Not(read(NOT), at);
        }
        Token token = tokens().peek();
        if (token.isOperator("+") || token.isOperator("-")) {
            return new Prefixed(operator(), read(SIGN), at);
        }
        if ((token.kind() == Kind.OPERATOR && !token.isOperator("*")) || atNamedOperator()) {
            return new Prefixed(operator(), read(OTHER + 1), at);
        }
        return parser.primaries.read();
    }

    private boolean atNamedOperator() {
        return tokens().atWord("operator") && tokens().peek(1).isSymbol("(");
    }

    /** Goes on behind an operand with operators that bind at least so strongly. */
    Expression behind(Expression first, int least) {
        Expression left = first;
        while (true) {
            Expression more = one(left, least);
            if (more == null) {
                return left;
            }
            tokens().stacked();
            left = more;
        }
    }

    private @Nullable Expression one(Expression left, int least) {
        Token token = tokens().peek();
        Position at = tokens().position();
        if (token.kind() == Kind.OPERATOR || atNamedOperator()) {
            int level = level(token);
            return level < least ? null : operated(left, level, at);
        }
        if (token.kind() == Kind.SYMBOL) {
            if (token.isSymbol("::") && tokens().acceptSymbol("::")) {
                return new Cast(left, parser.types.read(), at);
            }
            return SUBSCRIPT >= least && token.isSymbol("[") ? element(left, at) : null;
        }
        return token.kind() == Kind.WORD ? worded(left, least, at) : null;
    }

    private int level(Token token) {
        if (token.kind() != Kind.OPERATOR) {
            return OTHER;
        }
        return switch (token.text()) {
            case "+", "-" -> PLUS;
            case "*", "/", "%" -> TIMES;
            case "^" -> POWER;
            default -> COMPARISONS.contains(token.text()) ? COMPARISON : OTHER;
        };
    }

    private Operator operator() {
        Position at = tokens().position();
        if (!tokens().acceptWord("operator")) {
            return new Operator(null, tokens().take().text(), at);
        }
        tokens().expectSymbol("(");
        String schema = null;
        if (tokens().peek().kind() != Kind.OPERATOR) {
            schema = tokens().columnName();
            tokens().expectSymbol(".");
        }
        Token symbol = tokens().take();
        if (symbol.kind() != Kind.OPERATOR) {
            throw tokens().unexpected("an operator");
        }
        tokens().expectSymbol(")");
        return new Operator(schema, symbol.text(), at);
    }

    /** {@code <}, {@code USING <}: as ORDER BY names it. */
    Operator usingOperator() {
        return operator();
    }

    private Expression operated(Expression left, int level, Position at) {
        Operator operator = operator();
        if (tokens().atAnyWord("any", "all", "some") && tokens().peek(1).isSymbol("(")) {
            return quantified(left, operator, "", at);
        }
        return new Binary(left, operator, read(level + 1), at);
    }

    private Expression quantified(
            Expression left, @Nullable Operator operator, String words, Position at) {
        String quantifier = tokens().take().isWord("all") ? "ALL" : "ANY";
        PrimaryParser.Bracketed content = parser.primaries.bracketed();
        if (content.query() != null) {
            return new Quantified(left, operator, words, quantifier, null, content.query(), at);
        }
        if (content.list().size() != 1) {
            throw tokens().unexpected("one array");
        }
        return new Quantified(
                left, operator, words, quantifier, content.list().getFirst(), null, at);
    }

    private Expression element(Expression left, Position at) {
        List<Subscript> subscripts = new ArrayList<>();
        while (tokens().acceptSymbol("[")) {
            Expression lower = tokens().atSymbol(":") ? null : read();
            boolean slice = tokens().acceptSymbol(":");
            Expression upper = slice && !tokens().atSymbol("]") ? read() : null;
            tokens().expectSymbol("]");
            subscripts.add(new Subscript(lower, slice, upper));
        }
        return parser.primaries.fields(new Element(left, subscripts, at));
    }

    private @Nullable Expression worded(Expression left, int least, Position at) {
        return switch (tokens().peek().text()) {
            case "or" -> least <= OR ? logical(left, "or", OR, at) : null;
            case "and" -> least <= AND ? logical(left, "and", AND, at) : null;
            case "is" -> least <= IS ? parser.primaries.test(left, at) : null;
            case "isnull" -> least <= IS ? tested(left, "IS NULL", at) : null;
            case "notnull" -> least <= IS ? tested(left, "IS NOT NULL", at) : null;
            case "not" ->
                    least <= BETWEEN
                                    && (tokens().peek(1).isWord("between")
                                            || tokens().peek(1).isWord("in")
                                            || tokens().peek(1).isWord("like")
                                            || tokens().peek(1).isWord("ilike")
                                            || tokens().peek(1).isWord("similar"))
                            ? compared(left, at)
                            : null;
            case "similar" ->
                    least <= BETWEEN && tokens().peek(1).isWord("to") ? compared(left, at) : null;
            case "between", "in", "like", "ilike" -> least <= BETWEEN ? compared(left, at) : null;
            case "overlaps" -> least <= OTHER ? overlaps(left, at) : null;
            case "at" -> least <= AT_ZONE ? atZone(left, at) : null;
            case "collate" -> least <= COLLATE ? collated(left, at) : null;
            default -> null;
        };
    }

    private Expression tested(Expression left, String words, Position at) {
        tokens().take();
        return new Test(left, words, at);
    }

    /** As many as there are become one, so that a long row of them is not deep. */
    private Expression logical(Expression left, String word, int level, Position at) {
        List<Expression> parts = new ArrayList<>();
        parts.add(left);
        while (tokens().acceptWord(word)) {
            parts.add(read(level + 1));
        }
        return new Logical(word.toUpperCase(java.util.Locale.ROOT), parts, at);
    }

    private Expression compared(Expression left, Position at) {
        boolean not = tokens().acceptWord("not");
        String prefix = not ? "NOT " : "";
        if (tokens().acceptWord("in")) {
            PrimaryParser.Bracketed content = parser.primaries.bracketed();
            return new In(left, not, content.list(), content.query(), at);
        }
        if (tokens().acceptWord("between")) {
            String words = prefix + "BETWEEN";
            if (tokens().acceptWord("symmetric")) {
                words += " SYMMETRIC";
            } else {
                tokens().acceptWord("asymmetric");
            }
            Expression low = read(OTHER);
            tokens().expectWord("and");
            return new Between(left, words, low, read(OTHER), at);
        }
        String words = prefix + tokens().take().text().toUpperCase(java.util.Locale.ROOT);
        if (words.endsWith("SIMILAR")) {
            tokens().expectWord("to");
            words += " TO";
        } else if (tokens().atAnyWord("any", "all", "some") && tokens().peek(1).isSymbol("(")) {
            return quantified(left, null, words, at);
        }
        Expression right = read(OTHER);
        Expression escape = tokens().acceptWord("escape") ? read(OTHER) : null;
        return new Worded(left, words, right, escape, at);
    }

    private Expression overlaps(Expression left, Position at) {
        tokens().take();
        return new Worded(left, "OVERLAPS", read(OTHER + 1), null, at);
    }

    private @Nullable Expression atZone(Expression left, Position at) {
        if (tokens().acceptWords("at", "local")) {
            return new Test(left, "AT LOCAL", at);
        }
        if (!tokens().atWords("at", "time")) {
            return null;
        }
        tokens().take();
        tokens().take();
        tokens().expectWord("zone");
        return new Worded(left, "AT TIME ZONE", read(AT_ZONE + 1), null, at);
    }

    private Expression collated(Expression left, Position at) {
        tokens().take();
        return new Collated(left, tokens().qualifiedName(), at);
    }

    /** IS [NOT] DISTINCT FROM, behind its words. */
    Expression distinctFrom(Expression left, String words, Position at) {
        return new Worded(left, words, read(COMPARISON), null, at);
    }
}
