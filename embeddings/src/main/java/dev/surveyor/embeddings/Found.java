package dev.surveyor.embeddings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question found.
 *
 * @param limitation what could not be looked for and why, as a sentence for whoever asked; null
 *     where all was looked for
 */
public record Found(List<Hit> hits, Mode mode, @Nullable String limitation) {

    public Found {
        hits = List.copyOf(hits);
    }

    /** How it was looked for. */
    public enum Mode {
        MEANING_AND_WORDS,
        WORDS_ONLY,
        /** Nothing answered. */
        NOT_AT_ALL
    }
}
