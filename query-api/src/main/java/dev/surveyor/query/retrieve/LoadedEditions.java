package dev.surveyor.query.retrieve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the look-ups of the editions that were asked about last, within a budget of bytes. Each is
 * made once, however many ask for it at the same time. Safe for many threads.
 */
public final class LoadedEditions {

    private static final float LOAD_FACTOR = 0.75f;

    private final long bytesMax;
    private final Map<Key, CompletableFuture<EditionLookup>> lookups =
            new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private long bytes;

    private record Key(UUID connection, long edition) {}

    /** Begins empty; the edition that is used at the moment is kept even if it is larger. */
    public LoadedEditions(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /**
     * The look-up of an edition, made by whoever asks first; who asks meanwhile waits for it. What
     * goes wrong is thrown to all of them, and tried again by the next.
     *
     * @param making loads it; may take seconds
     */
    public EditionLookup lookup(UUID connection, long edition, Supplier<EditionLookup> making) {
        Key key = new Key(connection, edition);
        CompletableFuture<EditionLookup> mine = new CompletableFuture<>();
        CompletableFuture<EditionLookup> there = begun(key, mine);
        if (there != null) {
            return result(there);
        }
        try {
            EditionLookup lookup = making.get();
            keep(key, lookup);
            mine.complete(lookup);
            return lookup;
        } catch (RuntimeException | Error e) {
            forget(key);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static EditionLookup result(CompletableFuture<EditionLookup> there) {
        try {
            return there.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private synchronized @Nullable CompletableFuture<EditionLookup> begun(
            Key key, CompletableFuture<EditionLookup> mine) {
        return lookups.putIfAbsent(key, mine);
    }

    private synchronized void forget(Key key) {
        lookups.remove(key);
    }

    /** Older editions of the connection go first, then what was not asked about for longest. */
    private synchronized void keep(Key kept, EditionLookup lookup) {
        bytes += lookup.bytes();
        lookups.entrySet()
                .removeIf(entry ->
                        entry.getKey().connection().equals(kept.connection())
                                && entry.getKey().edition() < kept.edition()
                                && isDropped(entry.getValue()));
        lookups.entrySet()
                .removeIf(entry ->
                        bytes > bytesMax
                                && !entry.getKey().equals(kept)
                                && isDropped(entry.getValue()));
    }

    /** One that is being made is not. */
    private boolean isDropped(CompletableFuture<EditionLookup> lookup) {
        EditionLookup made = lookup.getNow(null);
        if (made == null) {
            return false;
        }
        bytes -= made.bytes();
        return true;
    }

    public synchronized int count() {
        return lookups.size();
    }
}
