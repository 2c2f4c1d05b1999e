package dev.surveyor.query.known;

import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Editions;
import dev.surveyor.catalog.Insight;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Connections.Usable;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.query.QueryException;
import dev.surveyor.query.QueryException.Code;
import dev.surveyor.query.QuerySettings;
import dev.surveyor.query.retrieve.EditionLookup;
import dev.surveyor.query.retrieve.LoadedEditions;
import dev.surveyor.query.retrieve.TableSearch;
import dev.surveyor.query.retrieve.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/**
 * The newest editions of connections, held ready: loaded with the first question about them, and
 * anew when there is a newer one or somebody says something better of it.
 */
@Component
public class KnownConnections {

    private static final float LOAD_FACTOR = 0.75f;

    /** An edition, and what people had said of it when it was loaded. */
    private record Key(UUID connection, long edition, long corrections) {}

    private final Editions editions;
    private final KeptVectors vectors;
    private final TableSearch search;
    private final LoadedEditions lookups;
    private final int tablesMax;
    private final Map<Key, CompletableFuture<HeldEdition>> held =
            new LinkedHashMap<>(16, LOAD_FACTOR, true);

    KnownConnections(
            Editions editions, KeptVectors vectors, TextEmbedder embedder, QuerySettings settings) {
        this.editions = editions;
        this.vectors = vectors;
        this.search = new TableSearch(embedder, Weights.fitted());
        this.lookups = new LoadedEditions(settings.lookupMemory().toBytes());
        this.tablesMax = settings.heldTablesMax();
    }

    /**
     * What the asker may see of the connection's newest edition.
     *
     * @throws QueryException where it was never surveyed
     */
    public Known of(Usable usable) {
        return ofNewest(usable)
                .orElseThrow(() ->
                        new QueryException(Code.NOT_SURVEYED, notSurveyed(usable.connection())));
    }

    /** What to say of a connection that was never surveyed. */
    public static String notSurveyed(Connection connection) {
        return "'%s' has not been surveyed yet: start a survey with POST /api/v1/jobs/surveys, or wait for the night. Its state is: %s."
                .formatted(
                        connection.name(),
                        connection.status().state().name().toLowerCase(Locale.ROOT));
    }

    /** The same; empty where it was never surveyed. */
    public Optional<Known> ofNewest(Usable usable) {
        UUID connection = usable.connection().id();
        return editions.newest(connection)
                .map(newest -> {
                    Edition edition = newest.edition();
                    Key key = new Key(connection, edition.number(), newest.corrections());
                    HeldEdition one = held(key, edition);
                    String name = usable.connection().name();
                    return new Known(
                            name, one, usable.policies(), search, () -> lookup(key, one, name));
                });
    }

    /** Finds over all of these at once. */
    public TableSearch search() {
        return search;
    }

    private EditionLookup lookup(Key key, HeldEdition one, String name) {
        return lookups.lookup(
                key.connection(),
                key.edition() * CORRECTIONS_STEP + key.corrections() % CORRECTIONS_STEP,
                () -> search.load(one.content(), name, vectors));
    }

    /** Makes one rising number of two. */
    private static final long CORRECTIONS_STEP = 1_000_000;

    private HeldEdition held(Key key, Edition edition) {
        CompletableFuture<HeldEdition> mine = new CompletableFuture<>();
        CompletableFuture<HeldEdition> there;
        synchronized (held) {
            there = held.putIfAbsent(key, mine);
        }
        if (there != null) {
            return result(there);
        }
        try {
            List<Insight> insights = new ArrayList<>();
            editions.insights(edition, insight -> insights.add(insight.withDocument("")));
            HeldEdition one = new HeldEdition(new EditionContent(edition, insights));
            mine.complete(one);
            makeRoom(key);
            return one;
        } catch (RuntimeException | Error e) {
            synchronized (held) {
                held.remove(key);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static HeldEdition result(CompletableFuture<HeldEdition> there) {
        try {
            return there.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Other states of the same connection go first, then what was not asked about for longest. */
    private void makeRoom(Key kept) {
        synchronized (held) {
            held.entrySet()
                    .removeIf(entry ->
                            entry.getKey().connection().equals(kept.connection())
                                    && !entry.getKey().equals(kept)
                                    && entry.getValue().isDone());
            long tables = held.values().stream().mapToLong(KnownConnections::tables).sum();
            var oldest = held.entrySet().iterator();
            while (tables > tablesMax && oldest.hasNext()) {
                var entry = oldest.next();
                if (!entry.getKey().equals(kept) && entry.getValue().isDone()) {
                    tables -= tables(entry.getValue());
                    oldest.remove();
                }
            }
        }
    }

    private static long tables(CompletableFuture<HeldEdition> edition) {
        HeldEdition there = edition.isCompletedExceptionally() ? null : edition.getNow(null);
        return there == null ? 0 : there.tables();
    }
}
