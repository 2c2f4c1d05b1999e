package dev.surveyor.query;

import org.jspecify.annotations.Nullable;

/**
 * How rows are best drawn.
 *
 * @param x name of the column along the axis
 * @param y name of the column that is measured
 * @param series name of the column that tells lines or bars apart; null: there is one
 */
public record Chart(Kind kind, String x, String y, @Nullable String series) {

    /** The form of it. */
    public enum Kind {
        LINE,
        BAR,
        SCATTER
    }
}
