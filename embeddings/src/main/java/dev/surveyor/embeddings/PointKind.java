package dev.surveyor.embeddings;

import java.util.Locale;

/** What a point's text is. */
public enum PointKind {
    /** A chunk of a table's document. */
    TABLE,
    /** A column's name, meaning and samples as one text. */
    COLUMN,
    /** One value of a column. */
    VALUE,
    /** A verified question. */
    QUESTION,
    /** A knowledge entry. */
    KNOWLEDGE;

    /** As an index keeps it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PointKind ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
