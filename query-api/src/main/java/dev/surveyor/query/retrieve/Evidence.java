package dev.surveyor.query.retrieve;

/**
 * What one way of reading a question's words (as they stand, or by likeness) finds in an edition.
 */
final class Evidence {

    private static final float WHOLE_VALUE_WEIGHT = 0.7f;

    private final Sight sight;
    private final NameEvidence names;
    private final ValueEvidence values;

    Evidence(Sight sight, NameEvidence names, ValueEvidence values) {
        this.sight = sight;
        this.names = names;
        this.values = values;
    }

    Sight sight() {
        return sight;
    }

    int tables() {
        return sight.lookup().names().tables();
    }

    NameEvidence names() {
        return names;
    }

    ValueEvidence values() {
        return values;
    }

    /** How sure a word is met anywhere in a table. */
    float met(int word, int table) {
        return Math.max(
                names.table(word, table),
                Math.max(names.column(word, table), values.any(word, table)));
    }

    /** The same, where a table's name counts most and a value least. */
    float weighed(int word, int table) {
        return Math.max(
                names.table(word, table),
                Math.max(0.8f * names.column(word, table), 0.6f * values.any(word, table)));
    }

    /** For a whole connection: its own name says little, its values say much. */
    float metInConnection(int word, int table) {
        return Math.max(
                names.table(word, table),
                Math.max(names.column(word, table), 0.8f * values.any(word, table)));
    }

    /** Weighed by how much of the name or value the question says. */
    float precise(int word, int table) {
        return Math.max(names.precise(word, table), WHOLE_VALUE_WEIGHT * values.whole(word, table));
    }
}
