package dev.surveyor.query.retrieve;

import java.util.UUID;

/**
 * What is looked up of one edition, in few bytes: names, words, values, vectors, relations. Never
 * changes; shared by all who may see any of it, each through a {@link Sight} of their own.
 */
public final class EditionLookup {

    private final UUID connection;
    private final Names names;
    private final WordPlaces words;
    private final ValueWords values;
    private final Meanings tables;
    private final Meanings columns;
    private final RelationGraph relations;

    EditionLookup(
            UUID connection,
            Names names,
            WordPlaces words,
            ValueWords values,
            Meanings tables,
            Meanings columns,
            RelationGraph relations) {
        this.connection = connection;
        this.names = names;
        this.words = words;
        this.values = values;
        this.tables = tables;
        this.columns = columns;
        this.relations = relations;
    }

    public UUID connection() {
        return connection;
    }

    /** About how much memory it takes. */
    public long bytes() {
        return names.bytes()
                + words.bytes()
                + values.bytes()
                + tables.bytes()
                + columns.bytes()
                + relations.bytes();
    }

    Names names() {
        return names;
    }

    WordPlaces words() {
        return words;
    }

    ValueWords values() {
        return values;
    }

    /** Of texts that are about whole tables. */
    Meanings tableMeanings() {
        return tables;
    }

    Meanings columnMeanings() {
        return columns;
    }

    RelationGraph relations() {
        return relations;
    }
}
