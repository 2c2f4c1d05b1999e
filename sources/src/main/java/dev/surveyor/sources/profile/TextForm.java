package dev.surveyor.sources.profile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text in UTF-8, or whatever a database holds in its place, in the order of its bytes. */
public record TextForm(boolean ordered) implements CellForm {

    public static final TextForm ORDERED = new TextForm(true);
    public static final TextForm UNORDERED = new TextForm(false);

    @Override
    public boolean rankIsWhole() {
        return false;
    }

    @Override
    public long rank(byte[] row, int from, int length) {
        return Bytes.head(row, from, length) ^ Long.MIN_VALUE;
    }

    @Override
    public int compare(byte[] left, byte[] right) {
        return Arrays.compareUnsigned(left, right);
    }

    /** What is no UTF-8 is shown by a mark. */
    @Override
    public String print(byte[] cell) {
        return new String(cell, StandardCharsets.UTF_8);
    }

    @Override
    public int printedLength(byte[] row, int from, int length) {
        return Bytes.characters(row, from, length);
    }
}
