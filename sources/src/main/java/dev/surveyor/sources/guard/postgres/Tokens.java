package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.Refusing;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The reader's place among the words, and how deep it is in. */
final class Tokens {

    private static final int NESTING_MAX = 100;
    private static final int HEIGHT_MAX = 300;

    private final List<Token> tokens;
    private int next;
    private int nesting;
    private int height;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    Position position() {
        return new Position(peek().at());
    }

    boolean atWord(String word) {
        return peek().isWord(word);
    }

    boolean atAnyWord(String... words) {
        for (String word : words) {
            if (atWord(word)) {
                return true;
            }
        }
        return false;
    }

    boolean atWords(String first, String second) {
        return atWord(first) && peek(1).isWord(second);
    }

    boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    boolean acceptWord(String word) {
        if (atWord(word)) {
            next++;
            return true;
        }
        return false;
    }

    boolean acceptWords(String first, String second) {
        if (atWords(first, second)) {
            next += 2;
            return true;
        }
        return false;
    }

    boolean acceptSymbol(String symbol) {
        if (atSymbol(symbol)) {
            next++;
            return true;
        }
        return false;
    }

    boolean acceptOperator(String symbol) {
        if (peek().isOperator(symbol)) {
            next++;
            return true;
        }
        return false;
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw unexpected(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected("\"" + symbol + "\"");
        }
    }

    Refusing unexpected(String wanted) {
        return Refusals.notUnderstood(
                "Found " + peek().shown() + " where " + wanted + " would stand", peek().at());
    }

    /** A name of a table, a column or the like. */
    String columnName() {
        Token token = peek();
        if (token.kind() == Kind.NAME
                || (token.kind() == Kind.WORD && Keywords.mayNameColumn(token.text()))) {
            next++;
            return token.text();
        }
        throw unexpected("a name");
    }

    boolean atColumnName() {
        Token token = peek();
        return token.kind() == Kind.NAME
                || (token.kind() == Kind.WORD && Keywords.mayNameColumn(token.text()));
    }

    /** A name where every word may be one: behind a dot or AS. */
    String label() {
        Token token = peek();
        if (token.kind() == Kind.NAME || token.kind() == Kind.WORD) {
            next++;
            return token.text();
        }
        throw unexpected("a name");
    }

    /** {@code a.b.c}. */
    List<String> qualifiedName() {
        List<String> name = new ArrayList<>();
        name.add(columnName());
        while (acceptSymbol(".")) {
            name.add(label());
        }
        return name;
    }

    <T> List<T> listOf(Supplier<T> element) {
        List<T> list = new ArrayList<>();
        do {
            list.add(element.get());
        } while (acceptSymbol(","));
        return list;
    }

    /** One level further in, for as long as the part is read. */
    <T> T nested(Supplier<T> part) {
        if (++nesting > NESTING_MAX) {
            throw tooDeep();
        }
        int outside = height;
        height = 0;
        T read = part.get();
        height = Math.max(outside, height + 1);
        if (height > HEIGHT_MAX) {
            throw tooDeep();
        }
        nesting--;
        return read;
    }

    /** Two parts read one after the other have become one on top of both. */
    void stacked() {
        if (++height > HEIGHT_MAX) {
            throw tooDeep();
        }
    }

    private Refusing tooDeep() {
        return Refusals.of(
                GuardRule.TOO_DEEP,
                "The statement is nested more than " + NESTING_MAX + " levels deep",
                peek().at());
    }
}
