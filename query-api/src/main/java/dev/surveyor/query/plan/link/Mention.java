package dev.surveyor.query.plan.link;

/**
 * Words of the question that speak of a table or column.
 *
 * @param element id of the table or column
 * @param from first token
 * @param to after the last token
 * @param score how much of the name is said, between 0 and 1
 */
public record Mention(int element, int from, int to, double score) {

    public int length() {
        return to - from;
    }

    public boolean covers(int token) {
        return from <= token && token < to;
    }
}
