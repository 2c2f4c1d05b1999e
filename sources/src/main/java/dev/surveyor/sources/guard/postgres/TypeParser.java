package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.Column;
import dev.surveyor.sources.guard.postgres.Expression.Literal;
import dev.surveyor.sources.guard.postgres.Expression.LiteralKind;
import dev.surveyor.sources.guard.postgres.Expression.TypeName;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of types, SQL's long ones among them. */
final class TypeParser {

    static final List<String> INTERVAL = List.of("pg_catalog", "interval");

    private static final Map<String, String> PLAIN =
            Map.ofEntries(
                    Map.entry("int", "int4"),
                    Map.entry("integer", "int4"),
                    Map.entry("smallint", "int2"),
                    Map.entry("bigint", "int8"),
                    Map.entry("real", "float4"),
                    Map.entry("boolean", "bool"),
                    Map.entry("numeric", "numeric"),
                    Map.entry("decimal", "numeric"),
                    Map.entry("dec", "numeric"),
                    Map.entry("json", "json"));

    private static final Set<String> WITH_TAIL =
            Set.of(
                    "float",
                    "double",
                    "bit",
                    "char",
                    "character",
                    "nchar",
                    "national",
                    "varchar",
                    "time",
                    "timestamp",
                    "interval");

    private static final List<String> FIELDS =
            List.of("year", "month", "day", "hour", "minute", "second");
    private static final int FLOAT_BITS_OF_REAL = 24;

    private final Parser parser;

    TypeParser(Parser parser) {
        this.parser = parser;
    }

    private Tokens tokens() {
        return parser.tokens;
    }

    TypeName read() {
        if (tokens().atWord("setof")) {
            throw tokens().unexpected("a type of single values");
        }
        TypeName type = withFieldsBehind(simple(false));
        int dimensions = 0;
        if (tokens().acceptWord("array")) {
            dimensions = 1;
            if (tokens().acceptSymbol("[")) {
                number();
                tokens().expectSymbol("]");
            }
        }
        while (tokens().acceptSymbol("[")) {
            dimensions++;
            if (!tokens().atSymbol("]")) {
                number();
            }
            tokens().expectSymbol("]");
        }
        return new TypeName(type.name(), type.modifiers(), type.fields(), dimensions, type.at());
    }

    /** One of SQL's own types where a literal follows it; none where this is something else. */
    @Nullable TypeName beforeLiteral() {
        Token token = tokens().peek();
        if (token.kind() != Kind.WORD) {
            return null;
        }
        String word = token.text();
        Token follower = tokens().peek(1);
        if (PLAIN.containsKey(word) || WITH_TAIL.contains(word)) {
            boolean type =
                    follower.kind() == Kind.STRING
                            || (follower.isSymbol("(") && literalBehindBrackets())
                            || follower.isWord("precision")
                            || follower.isWord("varying")
                            || (follower.isWord("with") && tokens().peek(2).isWord("time"))
                            || follower.isWord("without")
                            || (word.equals("national") && follower.isWord("char"))
                            || (word.equals("national") && follower.isWord("character"));
            return type ? simple(true) : null;
        }
        return null;
    }

    private boolean literalBehindBrackets() {
        int ahead = 2;
        while (tokens().peek(ahead).kind() == Kind.NUMBER || tokens().peek(ahead).isSymbol(",")) {
            ahead++;
        }
        if (!tokens().peek(ahead).isSymbol(")")) {
            return false;
        }
        Token behind = tokens().peek(ahead + 1);
        return behind.kind() == Kind.STRING
                || (behind.isWord("with") && tokens().peek(ahead + 2).isWord("time"))
                || behind.isWord("without");
    }

    /** {@code interval '1' day}: the fields stand behind the text. */
    TypeName withFieldsBehind(TypeName type) {
        if (!type.name().equals(INTERVAL) || !type.fields().isEmpty() || !atField()) {
            return type;
        }
        List<Expression> modifiers = new ArrayList<>(type.modifiers());
        String first = tokens().take().text();
        String words = first;
        if (first.equals("second") && tokens().atSymbol("(")) {
            modifiers.addAll(modifiersInBrackets());
        } else if (tokens().acceptWord("to")) {
            if (!atField()) {
                throw tokens().unexpected("a field of an interval");
            }
            String last = tokens().take().text();
            words = first + " to " + last;
            if (last.equals("second") && tokens().atSymbol("(")) {
                modifiers.addAll(modifiersInBrackets());
            }
        }
        return new TypeName(type.name(), modifiers, words.toUpperCase(Locale.ROOT), 0, type.at());
    }

    private boolean atField() {
        return tokens().peek().kind() == Kind.WORD && FIELDS.contains(tokens().peek().text());
    }

    /**
     * @param literal whether a text follows, for which no length means any length
     */
    private TypeName simple(boolean literal) {
        Position at = tokens().position();
        Token token = tokens().peek();
        if (token.kind() == Kind.WORD && PLAIN.containsKey(token.text())) {
            tokens().take();
            String name = PLAIN.getOrDefault(token.text(), token.text());
            return builtIn(name, name.equals("numeric") ? modifiersInBrackets() : List.of(), at);
        }
        if (token.kind() == Kind.WORD && WITH_TAIL.contains(token.text())) {
            return withTail(literal, at);
        }
        if (token.kind() != Kind.NAME
                && !(token.kind() == Kind.WORD && Keywords.mayNameFunctionOrType(token.text()))) {
            throw tokens().unexpected("a type");
        }
        List<String> name = new ArrayList<>();
        name.add(tokens().take().text());
        while (tokens().acceptSymbol(".")) {
            name.add(tokens().label());
        }
        if (tokens().peek().isOperator("%")) {
            throw tokens().unexpected("a type by its name");
        }
        return new TypeName(name, modifiersInBrackets(), "", 0, at);
    }

    private TypeName withTail(boolean literal, Position at) {
        String word = tokens().take().text();
        return switch (word) {
            case "double" -> {
                tokens().expectWord("precision");
                yield builtIn("float8", List.of(), at);
            }
            case "float" -> {
                boolean real = tokens().atSymbol("(") && precision() <= FLOAT_BITS_OF_REAL;
                yield builtIn(real ? "float4" : "float8", List.of(), at);
            }
            case "bit" -> {
                boolean varying = tokens().acceptWord("varying");
                yield withLength(varying ? "varbit" : "bit", varying || literal, at);
            }
            case "varchar" -> withLength("varchar", true, at);
            case "national", "char", "character", "nchar" -> {
                if (word.equals("national") && !tokens().acceptWord("character")) {
                    tokens().expectWord("char");
                }
                boolean varying = tokens().acceptWord("varying");
                yield withLength(varying ? "varchar" : "bpchar", varying || literal, at);
            }
            case "interval" -> builtIn("interval", modifiersInBrackets(), at);
            default -> {
                List<Expression> precision = modifiersInBrackets();
                boolean zoned = tokens().acceptWord("with");
                if (zoned || tokens().acceptWord("without")) {
                    tokens().expectWord("time");
                    tokens().expectWord("zone");
                }
                yield builtIn(zoned ? word + "tz" : word, precision, at);
            }
        };
    }

    private TypeName withLength(String name, boolean any, Position at) {
        List<Expression> length = modifiersInBrackets();
        return builtIn(
                name,
                length.isEmpty() && !any
                        ? List.of(new Literal(LiteralKind.NUMBER, "1", at))
                        : length,
                at);
    }

    private static TypeName builtIn(String name, List<Expression> modifiers, Position at) {
        return new TypeName(List.of("pg_catalog", name), modifiers, "", 0, at);
    }

    private List<Expression> modifiersInBrackets() {
        if (!tokens().acceptSymbol("(")) {
            return List.of();
        }
        List<Expression> modifiers = tokens().listOf(this::modifier);
        tokens().expectSymbol(")");
        return modifiers;
    }

    private Expression modifier() {
        Position at = tokens().position();
        if (tokens().peek().kind() == Kind.NUMBER) {
            return new Literal(LiteralKind.NUMBER, tokens().take().text(), at);
        }
        if (tokens().acceptOperator("-")) {
            return new Literal(LiteralKind.NUMBER, "-" + number(), at);
        }
        return new Column(List.of(tokens().columnName()), at);
    }

    int precision() {
        tokens().expectSymbol("(");
        int precision = number();
        tokens().expectSymbol(")");
        return precision;
    }

    private int number() {
        Token token = tokens().take();
        if (token.kind() != Kind.NUMBER || !token.text().matches("\\d{1,9}")) {
            throw dev.surveyor.sources.guard.Refusals.notUnderstood(
                    "Found " + token.shown() + " where a whole number would stand", token.at());
        }
        return Integer.parseInt(token.text());
    }
}
