package dev.surveyor.embeddings.local;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A model's tokenizer: all tokens of a text, never cut, never padded. */
final class Tokens implements AutoCloseable {

    /** The marks that begin and end what the model reads. */
    private static final int MARKS = 2;

    private final HuggingFaceTokenizer tokenizer;

    private Tokens(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    static Tokens open(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return new Tokens(
                    HuggingFaceTokenizer.newInstance(
                            in,
                            Map.of(
                                    "truncation", "false",
                                    "padding", "false",
                                    "addSpecialTokens", "true",
                                    "modelMaxLength", Integer.toString(Integer.MAX_VALUE))));
        }
    }

    int count(String text) {
        return ids(text).length;
    }

    private long[] ids(String text) {
        return tokenizer.encode(text, true, false).getIds();
    }

    /** The text's tokens in as few windows as it takes, each between the model's marks. */
    List<long[]> windows(String text, int tokensMax) {
        long[] ids = ids(text);
        if (ids.length <= tokensMax) {
            return List.of(ids);
        }
        int inner = tokensMax - MARKS;
        List<long[]> windows = new ArrayList<>();
        for (int at = 1; at < ids.length - 1; at += inner) {
            long[] words = Arrays.copyOfRange(ids, at, Math.min(at + inner, ids.length - 1));
            long[] window = new long[words.length + MARKS];
            window[0] = ids[0];
            System.arraycopy(words, 0, window, 1, words.length);
            window[window.length - 1] = ids[ids.length - 1];
            windows.add(window);
        }
        return windows;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
