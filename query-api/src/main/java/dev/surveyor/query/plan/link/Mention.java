package dev.surveyor.query.plan.link;

/**
 * Words of the question that speak of a table or column.
 *
 * @param element id of the table or column
 * @param from first token
 * @param to after the last token
 * @param matched bit by bit from the first token on: which of them are words of the name
 * @param score how much of the name is said, between 0 and 1
 */
public record Mention(int element, int from, int to, int matched, double score) {

    public int length() {
        return to - from;
    }

    /** Whether the words of one are among the words of the other: they may mean the same. */
    public boolean rivals(Mention other) {
        if (from >= other.to || other.from >= to) {
            return false;
        }
        int first = Math.min(from, other.from);
        long mine = (long) matched << (from - first);
        long theirs = (long) other.matched << (other.from - first);
        return (mine & theirs) == mine || (mine & theirs) == theirs;
    }

    public boolean covers(int token) {
        return from <= token && token < to;
    }
}
