package dev.surveyor.query;

/**
 * Something worth saying about an answer's rows, computed from them.
 *
 * @param message one sentence for people
 */
public record Observation(Kind kind, String message) {

    /** What sort of thing it is. */
    public enum Kind {
        /** Values go up or down over time. */
        TREND,
        /** One value lies far from the others. */
        OUTLIER,
        /** One row makes up much of the whole. */
        DOMINANT_SHARE,
        /** Days, weeks, months or years between the first and the last that have no row. */
        GAPS,
        /** Many values are missing. */
        NULLS
    }
}
