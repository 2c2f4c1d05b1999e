package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.postgres.Query.Body;
import dev.surveyor.sources.guard.postgres.Query.Grouping;
import dev.surveyor.sources.guard.postgres.Query.Item;
import dev.surveyor.sources.guard.postgres.Query.NamedWindow;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** One SELECT from its list to its windows, without what stands around it. */
final class SelectParser {

    private final Parser parser;

    SelectParser(Parser parser) {
        this.parser = parser;
    }

    private Tokens tokens() {
        return parser.tokens;
    }

    Body read() {
        String distinct = "";
        List<Expression> distinctOn = List.of();
        if (tokens().acceptWord("distinct")) {
            distinct = "DISTINCT";
            if (tokens().acceptWord("on")) {
                distinctOn = parser.queries.row();
            }
        } else {
            tokens().acceptWord("all");
        }
        List<Item> items = atEndOfItems() ? List.of() : tokens().listOf(this::item);
        if (tokens().atWord("into")) {
            throw Refusals.of(
                    GuardRule.INTO, "SELECT INTO would make a table", tokens().peek().at());
        }
        List<FromItem> from =
                tokens().acceptWord("from") ? tokens().listOf(parser.from::read) : List.of();
        Expression where = tokens().acceptWord("where") ? parser.expressions.read() : null;
        boolean groupDistinct = false;
        List<Grouping> groups = List.of();
        if (tokens().acceptWords("group", "by")) {
            groupDistinct = tokens().acceptWord("distinct");
            if (!groupDistinct) {
                tokens().acceptWord("all");
            }
            groups = tokens().listOf(this::grouping);
        }
        Expression having = tokens().acceptWord("having") ? parser.expressions.read() : null;
        List<NamedWindow> windows =
                tokens().acceptWord("window") ? tokens().listOf(this::window) : List.of();
        return new Body.Select(
                distinct, distinctOn, items, from, where, groupDistinct, groups, having, windows);
    }

    private boolean atEndOfItems() {
        return tokens().peek().kind() == Kind.END
                || tokens().atSymbol(")")
                || tokens().atAnyWord("from", "where", "group", "having", "window", "into")
                || parser.queries.atContinuation();
    }

    private Item item() {
        Expression value = parser.expressions.readOrStar();
        if (tokens().acceptWord("as")) {
            return new Item(value, tokens().label());
        }
        Token token = tokens().peek();
        boolean label =
                token.kind() == Kind.NAME
                        || (token.kind() == Kind.WORD && Keywords.mayBeBareLabel(token.text()));
        return new Item(value, label ? tokens().label() : null);
    }

    private NamedWindow window() {
        String name = tokens().columnName();
        tokens().expectWord("as");
        return new NamedWindow(name, parser.calls.windowInBrackets());
    }

    private Grouping grouping() {
        return tokens().nested(this::groupingHere);
    }

    private Grouping groupingHere() {
        if (tokens().atSymbol("(") && tokens().peek(1).isSymbol(")")) {
            tokens().take();
            tokens().take();
            return new Grouping("()", List.of(), null);
        }
        for (String word : List.of("rollup", "cube")) {
            if (tokens().atWord(word) && tokens().peek(1).isSymbol("(")) {
                tokens().take();
                return new Grouping(
                        word.toUpperCase(java.util.Locale.ROOT), groupingsInBrackets(), null);
            }
        }
        if (tokens().acceptWords("grouping", "sets")) {
            return new Grouping("GROUPING SETS", groupingsInBrackets(), null);
        }
        return new Grouping("", List.of(), parser.expressions.read());
    }

    private List<Grouping> groupingsInBrackets() {
        tokens().expectSymbol("(");
        List<Grouping> parts = new ArrayList<>(tokens().listOf(this::grouping));
        tokens().expectSymbol(")");
        return parts;
    }
}
