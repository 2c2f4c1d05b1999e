package dev.surveyor.query.generate;

/**
 * Makes words of text that strangers wrote, models and databases alike: nothing is left in it that
 * whoever shows it would load, open or run.
 */
public final class PlainWords {

    private PlainWords() {}

    public static String of(String text) {
        String words =
                text.replaceAll(
                                "!?\\[([^\\]]{0,200})\\](?:\\([^)]{0,2000}\\)|\\[[^\\]]{0,200}\\])",
                                "$1")
                        .replaceAll("<\\s*[/!]?[a-zA-Z][^<>]{0,500}>", "");
        return withoutSchemes(
                // What is left of something broken or nested.
                words.replace("![", "! [")
                        .replace("](", "] (")
                        .replace("][", "] [")
                        .replaceAll("<(?=\\s*[/!]?[a-zA-Z])", "‹"));
    }

    /** An address without its scheme can still be read, but leads nowhere. */
    private static String withoutSchemes(String words) {
        return words.replaceAll("(?i)\\b[a-z][a-z0-9+.-]{0,20}://", "")
                .replaceAll("(?i)\\b(?:javascript|vbscript|data|file|mailto):(?=\\S)", "")
                .replace("://", " ");
    }
}
