package dev.surveyor.query.plan.words;

import java.util.List;

/** A question taken apart. */
public record Sentence(String text, List<Token> tokens) {

    /** Longer questions are read up to here. */
    static final int TOKENS_MAX = 120;

    public Sentence {
        tokens = List.copyOf(tokens.size() > TOKENS_MAX ? tokens.subList(0, TOKENS_MAX) : tokens);
    }

    public static Sentence of(String text) {
        return new Sentence(text, Tokenizer.tokens(text));
    }

    public int size() {
        return tokens.size();
    }

    public Token token(int index) {
        return tokens.get(index);
    }

    /** The word in small letters; empty before the beginning and after the end. */
    public String lower(int index) {
        return index < 0 || index >= size() ? "" : tokens.get(index).lower();
    }

    /** Whether these words stand from here on. */
    public boolean says(int index, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!lower(index + i).equals(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** As it was written, from one token up to before another. */
    public String phrase(int from, int to) {
        return text.substring(tokens.get(from).begin(), tokens.get(to - 1).end());
    }
}
