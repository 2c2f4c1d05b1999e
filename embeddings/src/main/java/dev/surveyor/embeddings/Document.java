package dev.surveyor.embeddings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * A text to be found that may be longer than a model reads at once.
 *
 * @param header what all of it is about; begins every chunk
 * @param parts what it says, in pieces that are kept together, such as a column each
 */
public record Document(String header, List<String> parts) {

    /** More in one chunk, and a vector says little of each. */
    public static final int PARTS_PER_CHUNK_MAX = 8;

    private static final String SEPARATOR = "\n";

    public Document {
        Objects.requireNonNull(header, "header");
        parts = List.copyOf(parts);
    }

    /**
     * Every word of the document in at least one text of at most so many tokens; a header that
     * leaves too little room becomes parts of its own.
     *
     * @param tokens counts a text's tokens, never too few
     */
    public List<String> chunks(ToIntFunction<String> tokens, int tokensMax) {
        boolean headed = tokens.applyAsInt(header) <= tokensMax / 2;
        List<String> pieces = new ArrayList<>();
        if (!headed) {
            pieces.addAll(fitting(header, tokens, tokensMax));
        }
        String begin = headed ? header : "";
        for (String part : parts) {
            if (tokens.applyAsInt(joined(begin, part)) <= tokensMax) {
                pieces.add(part);
            } else {
                pieces.addAll(
                        fitting(part, text -> tokens.applyAsInt(joined(begin, text)), tokensMax));
            }
        }
        return packed(begin, pieces, tokens, tokensMax);
    }

    private static List<String> packed(
            String begin, List<String> pieces, ToIntFunction<String> tokens, int tokensMax) {
        List<String> chunks = new ArrayList<>();
        String chunk = begin;
        int held = 0;
        for (String piece : pieces) {
            String longer = joined(chunk, piece);
            if (held > 0
                    && (held == PARTS_PER_CHUNK_MAX || tokens.applyAsInt(longer) > tokensMax)) {
                chunks.add(chunk);
                chunk = joined(begin, piece);
                held = 1;
            } else {
                chunk = longer;
                held++;
            }
        }
        if (held > 0 || !chunk.isBlank()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    private static String joined(String left, String right) {
        return left.isEmpty() ? right : left + SEPARATOR + right;
    }

    /** Halves what is too long, between words where there are some, until every piece fits. */
    private static List<String> fitting(String text, ToIntFunction<String> tokens, int tokensMax) {
        if (text.length() <= 1 || tokens.applyAsInt(text) <= tokensMax) {
            return List.of(text);
        }
        int middle = text.length() / 2;
        int space = text.lastIndexOf(' ', middle);
        int cut = space > 0 ? space : wholeCharacter(text, middle);
        List<String> pieces = new ArrayList<>(fitting(text.substring(0, cut), tokens, tokensMax));
        pieces.addAll(fitting(text.substring(cut).strip(), tokens, tokensMax));
        return pieces;
    }

    private static int wholeCharacter(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) && index > 1 ? index - 1 : index;
    }
}
