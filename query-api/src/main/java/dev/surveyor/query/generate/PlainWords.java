package dev.surveyor.query.generate;

/**
 * Makes words of text that strangers wrote, models and databases alike: nothing is left in it that
 * whoever shows it would load, open or run.
 */
public final class PlainWords {

    private static final String SCHEME =
            "(?i)\\b(?:[a-z][a-z0-9+.-]{0,20}://|(?:javascript|vbscript|data|file|mailto):(?=\\S))";

    private PlainWords() {}

    /** An address that a database holds can still be read without its scheme, but leads nowhere. */
    public static String of(String text) {
        return withoutMarks(text).replaceAll(SCHEME, "").replace("://", " ");
    }

    /** Nobody needs the addresses that a model gives. */
    static String ofModel(String text) {
        return withoutMarks(text).replaceAll(SCHEME + "\\S*", "").replace("://", " ");
    }

    private static String withoutMarks(String text) {
        return text.replaceAll(
                        "!?\\[([^\\]]{0,200})\\](?:\\([^)]{0,2000}\\)|\\[[^\\]]{0,200}\\])", "$1")
                .replaceAll("<\\s*[/!]?[a-zA-Z][^<>]{0,500}>", "")
                // What is left of something broken or nested.
                .replace("![", "! [")
                .replace("](", "] (")
                .replace("][", "] [")
                .replaceAll("<(?=\\s*[/!]?[a-zA-Z])", "‹");
    }
}
