package dev.surveyor.query.plan.link;

/**
 * Words of the question that are a value of a column.
 *
 * @param column id; {@link #OPEN}: no column is known to hold it
 * @param text as the column holds it
 */
public record ValueMention(int column, String text, int from, int to, double score) {

    public static final int OPEN = -1;

    public boolean covers(int token) {
        return from <= token && token < to;
    }
}
