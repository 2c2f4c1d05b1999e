package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.Argument;
import dev.surveyor.sources.guard.postgres.Expression.Bound;
import dev.surveyor.sources.guard.postgres.Expression.Call;
import dev.surveyor.sources.guard.postgres.Expression.Constant;
import dev.surveyor.sources.guard.postgres.Expression.Frame;
import dev.surveyor.sources.guard.postgres.Expression.Phrase;
import dev.surveyor.sources.guard.postgres.Expression.SortKey;
import dev.surveyor.sources.guard.postgres.Expression.Window;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls with their arguments, order, filter and window. */
final class CallParser {

    private final Parser parser;

    CallParser(Parser parser) {
        this.parser = parser;
    }

    private Tokens tokens() {
        return parser.tokens;
    }

    /** From the bracket behind the name. */
    Expression call(List<String> name, Position at) {
        return tokens().nested(() -> callHere(name, at));
    }

    private Expression callHere(List<String> name, Position at) {
        tokens().expectSymbol("(");
        boolean star = false;
        boolean distinct = false;
        List<Argument> arguments = List.of();
        List<SortKey> order = List.of();
        if (tokens().acceptOperator("*")) {
            star = true;
        } else if (!tokens().atSymbol(")")) {
            distinct = tokens().acceptWord("distinct");
            if (!distinct) {
                tokens().acceptWord("all");
            }
            arguments = tokens().listOf(this::argument);
            order = orderBy();
        }
        tokens().expectSymbol(")");
        List<SortKey> withinGroup = null;
        if (tokens().acceptWords("within", "group")) {
            tokens().expectSymbol("(");
            withinGroup = orderBy();
            tokens().expectSymbol(")");
        }
        return new Call(name, star, distinct, arguments, order, withinGroup, filter(), over(), at);
    }

    private Argument argument() {
        boolean variadic = tokens().acceptWord("variadic");
        Token follower = tokens().peek(1);
        if ((tokens().peek().kind() == Kind.WORD || tokens().peek().kind() == Kind.NAME)
                && (follower.isSymbol("=>") || follower.isSymbol(":="))) {
            String name = tokens().label();
            tokens().take();
            return new Argument(name, variadic, parser.expressions.read());
        }
        return new Argument(null, variadic, parser.expressions.read());
    }

    @Nullable Expression filter() {
        if (!tokens().atWord("filter") || !tokens().peek(1).isSymbol("(")) {
            return null;
        }
        tokens().take();
        tokens().take();
        tokens().expectWord("where");
        Expression filter = parser.expressions.read();
        tokens().expectSymbol(")");
        return filter;
    }

    @Nullable Window over() {
        if (!tokens().acceptWord("over")) {
            return null;
        }
        return tokens().atSymbol("(")
                ? windowInBrackets()
                : new Window(tokens().columnName(), true, List.of(), List.of(), null);
    }

    Window windowInBrackets() {
        tokens().expectSymbol("(");
        String base =
                tokens().atColumnName()
                                && !tokens().atAnyWord("partition", "range", "rows", "groups")
                        ? tokens().columnName()
                        : null;
        List<Expression> partition =
                tokens().acceptWords("partition", "by") ? parser.expressions.list() : List.of();
        List<SortKey> order = orderBy();
        Frame frame = tokens().atAnyWord("range", "rows", "groups") ? frame() : null;
        tokens().expectSymbol(")");
        return new Window(base, false, partition, order, frame);
    }

    private Frame frame() {
        String unit = tokens().take().text().toUpperCase(Locale.ROOT);
        Bound from;
        Bound to = null;
        if (tokens().acceptWord("between")) {
            from = bound();
            tokens().expectWord("and");
            to = bound();
        } else {
            from = bound();
        }
        return new Frame(unit, from, to, exclusion());
    }

    private String exclusion() {
        if (!tokens().acceptWord("exclude")) {
            return "";
        }
        if (tokens().acceptWords("current", "row")) {
            return "CURRENT ROW";
        }
        if (tokens().acceptWords("no", "others")) {
            return "NO OTHERS";
        }
        if (tokens().atAnyWord("group", "ties")) {
            return tokens().take().text().toUpperCase(Locale.ROOT);
        }
        throw tokens().unexpected("CURRENT ROW, GROUP, TIES or NO OTHERS");
    }

    private Bound bound() {
        if (tokens().acceptWords("current", "row")) {
            return new Bound("CURRENT ROW", null);
        }
        if (tokens().atWords("unbounded", "preceding")
                || tokens().atWords("unbounded", "following")) {
            tokens().take();
            return new Bound("UNBOUNDED " + direction(), null);
        }
        Expression distance = parser.expressions.read();
        return new Bound(direction(), distance);
    }

    private String direction() {
        if (tokens().acceptWord("preceding")) {
            return "PRECEDING";
        }
        tokens().expectWord("following");
        return "FOLLOWING";
    }

    /** ORDER BY and its keys, or none. */
    List<SortKey> orderBy() {
        if (!tokens().acceptWords("order", "by")) {
            return List.of();
        }
        return tokens().listOf(this::sortKey);
    }

    private SortKey sortKey() {
        Expression value = parser.expressions.read();
        String direction = "";
        Expression.Operator using = null;
        if (tokens().acceptWord("asc")) {
            direction = "ASC";
        } else if (tokens().acceptWord("desc")) {
            direction = "DESC";
        } else if (tokens().acceptWord("using")) {
            using = parser.expressions.usingOperator();
        }
        String nulls = "";
        if (tokens().acceptWord("nulls")) {
            nulls = tokens().acceptWord("first") ? "NULLS FIRST" : "NULLS LAST";
            if (nulls.equals("NULLS LAST")) {
                tokens().expectWord("last");
            }
        }
        return new SortKey(value, direction, using, nulls);
    }

    /** What may stand in FROM as a function. */
    Expression functionInFrom() {
        Position at = tokens().position();
        Expression call = parser.primaries.read();
        if (call instanceof Call || call instanceof Phrase || call instanceof Constant) {
            return call;
        }
        throw dev.surveyor.sources.guard.Refusals.notUnderstood(
                "Only a function or a query may stand in FROM", at.offset());
    }
}
