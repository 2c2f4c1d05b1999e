package dev.surveyor.catalog;

/** How a column is indexed, so that questions find it. */
public enum Strategy {
    /** All its values are kept. */
    CATEGORICAL,
    /** Samples of it are kept and embedded. */
    VECTOR,
    /** Nothing but its shape: keys, moments, blobs, hashes, free numbers. */
    SKIP
}
