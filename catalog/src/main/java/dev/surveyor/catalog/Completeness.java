package dev.surveyor.catalog;

/** How much of a column its profile's values are. */
public enum Completeness {
    /** Every value that the column holds. */
    ALL_VALUES,
    /** The most common ones, with counts; there are more. */
    TOP_VALUES,
    /** Some that were met; nothing is known of how common they are. */
    SAMPLED
}
