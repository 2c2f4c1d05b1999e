package dev.surveyor.sources.profile;

/** How the cells of a column come to us: how they are put in order, measured and printed. */
public interface CellForm {

    /** Whether the type has an order that people expect its bounds in. */
    boolean ordered();

    /** Whether two cells of one rank are always the same. */
    boolean rankIsWhole();

    /** A number that orders cells as far as it goes. */
    long rank(byte[] row, int from, int length);

    /** The order of two cells of one rank. */
    int compare(byte[] left, byte[] right);

    /** The cell as its database prints it; never fails. */
    String print(byte[] cell);

    /** Characters of the printed cell. */
    int printedLength(byte[] row, int from, int length);
}
