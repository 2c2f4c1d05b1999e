package dev.surveyor.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What surveys published, as readers see it. */
public interface Editions {

    /** The one that readers of the connection see; empty before its first survey. */
    Optional<Edition> current(UUID connection);

    /** The same, with what tells whether people have said anything of it since. */
    Optional<Newest> newest(UUID connection);

    /**
     * The edition that readers see.
     *
     * @param corrections grows with each thing that people say of the connection's tables
     */
    record Newest(Edition edition, long corrections) {}

    Optional<Edition> edition(UUID connection, long number);

    /** All that are kept, the newest first. */
    List<Edition> of(UUID connection);

    /**
     * All its insights by schema and name, with what people say better of them, one at a time:
     * there may be many thousands.
     */
    void insights(Edition edition, Consumer<Insight> insights);

    /**
     * Some of them by schema and name.
     *
     * @param words in the table's name; empty: any
     * @param after the last one that was seen; null: from the beginning
     */
    List<Insight> page(Edition edition, String words, @Nullable TableName after, int limit);

    Optional<Insight> insight(Edition edition, TableName table);

    /** By the table's {@link Insight#id}. */
    Optional<Insight> insight(Edition edition, UUID id);

    /** What people say of one of its tables. */
    TableCorrections corrections(UUID connection, TableName table);

    /** What it changed in the one before. */
    Drift drift(Edition edition);

    /** The ids of the points in the index that belong to it. */
    Set<UUID> points(Edition edition);

    /** The same as one value, for those who know that it is small enough. */
    default EditionContent content(Edition edition) {
        List<Insight> insights = new ArrayList<>();
        insights(edition, insights::add);
        return new EditionContent(edition, insights);
    }
}
