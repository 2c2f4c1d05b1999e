package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.postgres.Expression.Literal;
import dev.surveyor.sources.guard.postgres.Expression.LiteralKind;
import dev.surveyor.sources.guard.postgres.Expression.SortKey;
import dev.surveyor.sources.guard.postgres.Query.Body;
import dev.surveyor.sources.guard.postgres.Query.With;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SELECT, VALUES, TABLE, what joins them and what stands around them. */
final class QueryParser {

    private final Parser parser;

    QueryParser(Parser parser) {
        this.parser = parser;
    }

    private Tokens tokens() {
        return parser.tokens;
    }

    static boolean startsQuery(Token token) {
        return token.isWord("select")
                || token.isWord("values")
                || token.isWord("table")
                || token.isWord("with");
    }

    boolean atQuery() {
        return startsQuery(tokens().peek());
    }

    /** Whether a query in brackets goes on behind them. */
    boolean atContinuation() {
        return tokens().atAnyWord(
                        "union", "intersect", "except", "order", "limit", "offset", "fetch", "for");
    }

    Query read() {
        return tokens().nested(this::readHere);
    }

    private Query readHere() {
        Position at = tokens().position();
        boolean recursive = false;
        List<With> with = List.of();
        if (tokens().acceptWord("with")) {
            recursive = tokens().acceptWord("recursive");
            with = tokens().listOf(this::with);
        }
        return withTail(recursive, with, combined(operand()), at);
    }

    /** Goes on behind a query in brackets that has been read already. */
    Query continued(Query first) {
        return withTail(false, List.of(), combined(first), first.at());
    }

    Query inBrackets() {
        tokens().expectSymbol("(");
        Query query = read();
        tokens().expectSymbol(")");
        return query;
    }

    private Query operand() {
        Position at = tokens().position();
        if (tokens().atSymbol("(")) {
            return inBrackets();
        }
        Body body;
        if (tokens().acceptWord("select")) {
            body = parser.selects.read();
        } else if (tokens().acceptWord("values")) {
            body = new Body.Values(tokens().listOf(this::row));
        } else if (tokens().acceptWord("table")) {
            body = new Body.Table(parser.from.relation());
        } else {
            throw notAQuery();
        }
        return new Query(false, List.of(), body, List.of(), null, null, false, at);
    }

    private RuntimeException notAQuery() {
        Token token = tokens().peek();
        if (tokens().atAnyWord("insert", "update", "delete", "merge")) {
            return Refusals.of(
                    GuardRule.WRITE_IN_WITH,
                    token.shown() + " would change data: nothing may",
                    token.at());
        }
        return tokens().unexpected("a query");
    }

    /** Expressions in brackets. */
    List<Expression> row() {
        tokens().expectSymbol("(");
        List<Expression> row = parser.expressions.list();
        tokens().expectSymbol(")");
        return row;
    }

    private Query combined(Query first) {
        Query left = intersected(first);
        while (tokens().atAnyWord("union", "except")) {
            String operator = setOperator();
            left = bare(new Body.Combined(left, operator, intersected(operand())), left.at());
            tokens().stacked();
        }
        return left;
    }

    private Query intersected(Query first) {
        Query left = first;
        while (tokens().atWord("intersect")) {
            String operator = setOperator();
            left = bare(new Body.Combined(left, operator, operand()), left.at());
            tokens().stacked();
        }
        return left;
    }

    private String setOperator() {
        String operator = tokens().take().text().toUpperCase(java.util.Locale.ROOT);
        if (tokens().acceptWord("all")) {
            return operator + " ALL";
        }
        tokens().acceptWord("distinct");
        return operator;
    }

    private static Query bare(Body body, Position at) {
        return new Query(false, List.of(), body, List.of(), null, null, false, at);
    }

    private Query withTail(boolean recursive, List<With> with, Query inner, Position at) {
        List<SortKey> order = parser.calls.orderBy();
        Expression limit = null;
        Expression offset = null;
        boolean withTies = false;
        boolean limited = false;
        while (tokens().atAnyWord("limit", "offset", "fetch", "for")) {
            int place = tokens().peek().at();
            if (tokens().atWord("for")) {
                throw Refusals.of(GuardRule.LOCKING, "The query would lock rows", place);
            }
            if (tokens().acceptWord("offset")) {
                refuseSecond(offset != null, place);
                offset = parser.expressions.read();
                if (!tokens().acceptWord("rows")) {
                    tokens().acceptWord("row");
                }
            } else {
                refuseSecond(limited, place);
                limited = true;
                if (tokens().acceptWord("limit")) {
                    limit = tokens().acceptWord("all") ? null : parser.expressions.read();
                    if (tokens().atSymbol(",")) {
                        throw tokens().unexpected("OFFSET");
                    }
                } else {
                    tokens().take();
                    limit = fetched();
                    withTies = withTies();
                }
            }
        }
        if (with.isEmpty() && order.isEmpty() && !limited && offset == null) {
            return inner;
        }
        return merged(recursive, with, inner, order, limit, offset, withTies, at);
    }

    /** What stands behind the brackets of a query belongs to it, as PostgreSQL has it. */
    private Query merged(
            boolean recursive,
            List<With> with,
            Query inner,
            List<SortKey> order,
            @Nullable Expression limit,
            @Nullable Expression offset,
            boolean withTies,
            Position at) {
        refuseSecond(!with.isEmpty() && !inner.with().isEmpty(), at.offset());
        refuseSecond(!order.isEmpty() && !inner.order().isEmpty(), at.offset());
        refuseSecond(limit != null && inner.limit() != null, at.offset());
        refuseSecond(offset != null && inner.offset() != null, at.offset());
        return new Query(
                recursive || inner.recursive(),
                with.isEmpty() ? inner.with() : with,
                inner.body(),
                order.isEmpty() ? inner.order() : order,
                limit == null ? inner.limit() : limit,
                offset == null ? inner.offset() : offset,
                withTies || inner.withTies(),
                at);
    }

    private static void refuseSecond(boolean second, int at) {
        if (second) {
            throw Refusals.notUnderstood("A query can have such a clause once only", at);
        }
    }

    private Expression fetched() {
        if (!tokens().acceptWord("first")) {
            tokens().expectWord("next");
        }
        Position at = tokens().position();
        if (tokens().atAnyWord("row", "rows")) {
            return new Literal(LiteralKind.NUMBER, "1", at);
        }
        return parser.expressions.read(ExpressionParser.SIGN);
    }

    private boolean withTies() {
        if (!tokens().acceptWord("rows")) {
            tokens().expectWord("row");
        }
        if (tokens().acceptWord("only")) {
            return false;
        }
        tokens().expectWord("with");
        tokens().expectWord("ties");
        return true;
    }

    private With with() {
        Position at = tokens().position();
        String name = tokens().columnName();
        List<String> columns = parser.from.columnNames();
        tokens().expectWord("as");
        String materialized = "";
        if (tokens().acceptWords("not", "materialized")) {
            materialized = "NOT MATERIALIZED";
        } else if (tokens().acceptWord("materialized")) {
            materialized = "MATERIALIZED";
        }
        tokens().expectSymbol("(");
        if (!atQuery() && !tokens().atSymbol("(")) {
            throw notAQuery();
        }
        Query query = read();
        tokens().expectSymbol(")");
        return new With(name, columns, materialized, query, search(), cycle(), at);
    }

    private Query.@Nullable Search search() {
        if (!tokens().acceptWord("search")) {
            return null;
        }
        String order = tokens().acceptWord("depth") ? "DEPTH" : "BREADTH";
        if (order.equals("BREADTH")) {
            tokens().expectWord("breadth");
        }
        tokens().expectWord("first");
        tokens().expectWord("by");
        List<String> by = tokens().listOf(tokens()::columnName);
        tokens().expectWord("set");
        return new Query.Search(order, by, tokens().columnName());
    }

    private Query.@Nullable Cycle cycle() {
        if (!tokens().acceptWord("cycle")) {
            return null;
        }
        List<String> columns = tokens().listOf(tokens()::columnName);
        tokens().expectWord("set");
        String mark = tokens().columnName();
        Expression value = null;
        Expression otherwise = null;
        if (tokens().acceptWord("to")) {
            value = parser.expressions.read();
            tokens().expectWord("default");
            otherwise = parser.expressions.read();
        }
        tokens().expectWord("using");
        return new Query.Cycle(columns, mark, value, otherwise, tokens().columnName());
    }
}
