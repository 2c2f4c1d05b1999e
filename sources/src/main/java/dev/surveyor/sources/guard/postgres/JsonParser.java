package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.Phrase;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SQL/JSON as PostgreSQL 16 to 18 read it. */
final class JsonParser {

    private final Parser parser;

    JsonParser(Parser parser) {
        this.parser = parser;
    }

    private Tokens tokens() {
        return parser.tokens;
    }

    private PhraseBuilder builder(Position at) {
        return new PhraseBuilder(parser, at);
    }

    @Nullable Expression readOrNone(String word, Position at) {
        return switch (word) {
            case "json_object" -> isPlainCall() ? plainCall(word, at) : object(at);
            case "json_objectagg" -> objectAggregate(at);
            case "json_array" -> array(at);
            case "json_arrayagg" -> arrayAggregate(at);
            case "json", "json_scalar", "json_serialize" -> simple(word, at);
            case "json_query", "json_value", "json_exists" -> query(word, at);
            default -> null;
        };
    }

    /** {@code json_object(text[])} is older than the notation and still there. */
    private boolean isPlainCall() {
        int depth = 0;
        for (int ahead = 1; ; ahead++) {
            Token token = tokens().peek(ahead);
            if (token.kind() == Token.Kind.END) {
                return true;
            }
            if (token.isSymbol("(") || token.isSymbol("[")) {
                depth++;
            } else if (token.isSymbol(")") || token.isSymbol("]")) {
                if (--depth == 0) {
                    return ahead > 2;
                }
            } else if (depth == 1
                    && (token.isSymbol(":")
                            || token.isWord("value")
                            || token.isWord("returning")
                            || token.isWord("absent"))) {
                return false;
            }
        }
    }

    private Expression plainCall(String word, Position at) {
        tokens().take();
        return parser.calls.call(java.util.List.of(word), at);
    }

    private Phrase object(Position at) {
        tokens().take();
        PhraseBuilder json = builder(at).symbol("(");
        if (!tokens().atSymbol(")") && !tokens().atWord("returning")) {
            do {
                pair(json);
            } while (json.acceptSymbol(","));
        }
        onNull(json);
        unique(json);
        returning(json);
        return json.symbol(")").output("json_object").build("JSON_OBJECT");
    }

    private void pair(PhraseBuilder json) {
        json.value();
        if (!json.acceptSymbol(":")) {
            json.expect("value");
        }
        json.value();
        format(json);
    }

    private Phrase objectAggregate(Position at) {
        tokens().take();
        PhraseBuilder json = builder(at).symbol("(");
        pair(json);
        onNull(json);
        unique(json);
        returning(json);
        return json.symbol(")").filterAndWindow().output("json_objectagg").build("JSON_OBJECTAGG");
    }

    private Phrase array(Position at) {
        tokens().take();
        PhraseBuilder json = builder(at).symbol("(");
        if (parser.queries.atQuery()) {
            json.value(new Expression.Subquery("BARE", parser.queries.read(), tokens().position()));
            format(json);
        } else if (!tokens().atSymbol(")") && !tokens().atWord("returning")) {
            do {
                json.value();
                format(json);
            } while (json.acceptSymbol(","));
        }
        onNull(json);
        returning(json);
        return json.symbol(")").output("json_array").build("JSON_ARRAY");
    }

    private Phrase arrayAggregate(Position at) {
        tokens().take();
        PhraseBuilder json = builder(at).symbol("(").value();
        format(json);
        json.orderBy();
        onNull(json);
        returning(json);
        return json.symbol(")").filterAndWindow().output("json_arrayagg").build("JSON_ARRAYAGG");
    }

    private Phrase simple(String word, Position at) {
        tokens().take();
        PhraseBuilder json = builder(at).symbol("(").value();
        format(json);
        unique(json);
        returning(json);
        return json.symbol(")").output(word).build(word.toUpperCase(Locale.ROOT));
    }

    private Phrase query(String word, Position at) {
        tokens().take();
        PhraseBuilder json = builder(at).symbol("(").value();
        format(json);
        json.symbol(",").value();
        passing(json);
        returning(json);
        wrapper(json);
        quotes(json);
        behaviour(json);
        behaviour(json);
        return json.symbol(")").output(word).build(word.toUpperCase(Locale.ROOT));
    }

    private void passing(PhraseBuilder json) {
        if (!json.accept("passing")) {
            return;
        }
        do {
            json.value();
            format(json);
            json.expect("as").name(tokens().label());
        } while (json.acceptSymbol(","));
    }

    private void returning(PhraseBuilder json) {
        if (json.accept("returning")) {
            json.type();
            format(json);
        }
    }

    private void format(PhraseBuilder json) {
        if (json.accept("format", "json") && json.accept("encoding")) {
            String encoding = tokens().take().text();
            if (!encoding.matches("utf8|utf16|utf32")) {
                throw tokens().unexpected("UTF8, UTF16 or UTF32");
            }
            json.word(encoding.toUpperCase(Locale.ROOT));
        }
    }

    private void onNull(PhraseBuilder json) {
        if (!json.accept("null", "on", "null")) {
            json.accept("absent", "on", "null");
        }
    }

    private void unique(PhraseBuilder json) {
        String words = uniqueKeys();
        if (!words.isEmpty()) {
            json.word(words.strip());
        }
    }

    /** The words WITH or WITHOUT UNIQUE KEYS, with a blank before them, or nothing. */
    String uniqueKeys() {
        for (String with : java.util.List.of("with", "without")) {
            if (tokens().acceptWords(with, "unique")) {
                tokens().acceptWord("keys");
                return " " + with.toUpperCase(Locale.ROOT) + " UNIQUE KEYS";
            }
        }
        return "";
    }

    private void wrapper(PhraseBuilder json) {
        if (tokens().atWord("without")) {
            json.expect("without");
            json.accept("array");
            json.expect("wrapper");
        } else if (tokens().atWord("with")) {
            json.expect("with");
            if (!json.accept("conditional")) {
                json.accept("unconditional");
            }
            json.accept("array");
            json.expect("wrapper");
        }
    }

    private void quotes(PhraseBuilder json) {
        if (json.accept("keep") || json.accept("omit")) {
            json.expect("quotes");
            json.accept("on", "scalar", "string");
        }
    }

    private void behaviour(PhraseBuilder json) {
        if (json.accept("default")) {
            json.value(parser.expressions.read(ExpressionParser.OTHER));
        } else if (json.accept("empty")) {
            if (!json.accept("array")) {
                json.accept("object");
            }
        } else if (!json.accept("error")
                && !json.accept("null")
                && !json.accept("true")
                && !json.accept("false")
                && !json.accept("unknown")) {
            return;
        }
        json.expect("on");
        if (!json.accept("empty")) {
            json.expect("error");
        }
    }

    Phrase jsonTable() {
        Position at = tokens().position();
        tokens().take();
        PhraseBuilder json = builder(at).symbol("(").value();
        format(json);
        json.symbol(",").value();
        if (json.accept("as")) {
            json.name(tokens().columnName());
        }
        passing(json);
        columns(json);
        behaviour(json);
        return json.symbol(")").build("JSON_TABLE");
    }

    private void columns(PhraseBuilder json) {
        json.expect("columns").symbol("(");
        do {
            tokens().nested(() -> {
                column(json);
                return json;
            });
        } while (json.acceptSymbol(","));
        json.symbol(")");
    }

    private void column(PhraseBuilder json) {
        if (tokens().atWord("nested")
                && (tokens().peek(1).isWord("path")
                        || tokens().peek(1).kind() == Token.Kind.STRING)) {
            json.expect("nested");
            json.accept("path");
            json.value(parser.primaries.read());
            if (json.accept("as")) {
                json.name(tokens().columnName());
            }
            columns(json);
            return;
        }
        String name = tokens().columnName();
        json.name(name).output(name);
        if (json.accept("for", "ordinality")) {
            return;
        }
        json.type();
        format(json);
        json.accept("exists");
        if (json.accept("path")) {
            json.value(parser.primaries.read());
        }
        wrapper(json);
        quotes(json);
        behaviour(json);
        behaviour(json);
    }
}
