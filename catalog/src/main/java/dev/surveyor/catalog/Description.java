package dev.surveyor.catalog;

/** What something is, in words for people. */
public record Description(String text, Origin origin) {

    /** Who says so. */
    public enum Origin {
        OWNER,
        /** The database's own comment. */
        COMMENT,
        MODEL,
        /** Put together from what was measured. */
        TEMPLATE
    }
}
