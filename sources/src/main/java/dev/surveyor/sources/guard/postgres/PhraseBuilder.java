package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.Phrase;
import dev.surveyor.sources.guard.postgres.Expression.Piece;
import dev.surveyor.sources.guard.postgres.Expression.SortKey;
import dev.surveyor.sources.guard.postgres.Expression.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes down a call in a notation of its own while it is read. */
final class PhraseBuilder {

    private final Parser parser;
    private final Position at;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();

    PhraseBuilder(Parser parser, Position at) {
        this.parser = parser;
        this.at = at;
    }

    PhraseBuilder word(String text) {
        pieces.add(new Piece.Word(text));
        return this;
    }

    /** These words, which must be next. */
    PhraseBuilder expect(String... words) {
        for (String word : words) {
            parser.tokens.expectWord(word);
            word(word.toUpperCase(Locale.ROOT));
        }
        return this;
    }

    PhraseBuilder symbol(String symbol) {
        parser.tokens.expectSymbol(symbol);
        return word(symbol);
    }

    /** These words, if the first of them is next. */
    boolean accept(String first, String... others) {
        if (!parser.tokens.atWord(first)) {
            return false;
        }
        expect(first);
        expect(others);
        return true;
    }

    boolean acceptPair(String first, String second) {
        if (!parser.tokens.atWords(first, second)) {
            return false;
        }
        expect(first, second);
        return true;
    }

    boolean acceptSymbol(String symbol) {
        if (!parser.tokens.acceptSymbol(symbol)) {
            return false;
        }
        word(symbol);
        return true;
    }

    PhraseBuilder value() {
        return value(parser.expressions.read());
    }

    PhraseBuilder value(Expression value) {
        pieces.add(new Piece.Value(value));
        return this;
    }

    PhraseBuilder values() {
        do {
            value();
        } while (acceptSymbol(","));
        return this;
    }

    PhraseBuilder name(String name) {
        pieces.add(new Piece.Name(name));
        return this;
    }

    PhraseBuilder type() {
        pieces.add(new Piece.Type(parser.types.read()));
        return this;
    }

    PhraseBuilder orderBy() {
        List<SortKey> keys = parser.calls.orderBy();
        if (!keys.isEmpty()) {
            pieces.add(new Piece.Ordered(keys));
        }
        return this;
    }

    PhraseBuilder filterAndWindow() {
        Expression filter = parser.calls.filter();
        if (filter != null) {
            word("FILTER (WHERE").value(filter).word(")");
        }
        Window over = parser.calls.over();
        if (over != null) {
            pieces.add(new Piece.Over(over));
        }
        return this;
    }

    PhraseBuilder output(String name) {
        outputs.add(name);
        return this;
    }

    Phrase build(String name) {
        return new Phrase(name, List.copyOf(pieces), List.copyOf(outputs), at);
    }
}
