package dev.surveyor.embeddings.local;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A model's tokenizer: all tokens of a text, never cut, never padded. It calls the native library
 * directly: the classes meant for that look for GPUs first, by starting processes, and report home.
 */
final class Tokens implements AutoCloseable {

    /** The marks that begin and end what the model reads. */
    private static final int MARKS = 2;

    private static final TokenizersLibrary LIBRARY = TokenizersLibrary.LIB;

    private final long tokenizer;

    /** Native code does not notice that what it is given is gone: nobody reads while it goes. */
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    private boolean closed;

    private Tokens(long tokenizer) {
        this.tokenizer = tokenizer;
    }

    static Tokens open(Content content, CacheFolder cache) throws IOException {
        NativeLibraries.prepareTokenizer(cache);
        String json = new String(content.bytes(), StandardCharsets.UTF_8);
        long tokenizer = LIBRARY.createTokenizerFromString(json);
        LIBRARY.disableTruncation(tokenizer);
        LIBRARY.disablePadding(tokenizer);
        return new Tokens(tokenizer);
    }

    int count(String text) {
        return ids(text).length;
    }

    private long[] ids(String text) {
        life.readLock().lock();
        try {
            if (closed) {
                throw Workers.stopped(null);
            }
            long encoding = LIBRARY.encode(tokenizer, text, true);
            try {
                return LIBRARY.getTokenIds(encoding);
            } finally {
                LIBRARY.deleteEncoding(encoding);
            }
        } finally {
            life.readLock().unlock();
        }
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
        life.writeLock().lock();
        try {
            closed = true;
            LIBRARY.deleteTokenizer(tokenizer);
        } finally {
            life.writeLock().unlock();
        }
    }
}
