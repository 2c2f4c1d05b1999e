package dev.surveyor.sources.sqlite;

import dev.surveyor.sources.profile.CellForm;
import dev.surveyor.sources.profile.TextForm;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Cells as text, numbers among them before all other text, as SQLite puts them in order. */
record SqliteForm(boolean ordered) implements CellForm {

    private static final int DIGITS_MAX = 40;

    @Override
    public boolean rankIsWhole() {
        return false;
    }

    @Override
    public long rank(byte[] row, int from, int length) {
        if (!looksLikeNumber(row, from, length)) {
            return Long.MAX_VALUE;
        }
        double number =
                Double.parseDouble(new String(row, from, length, StandardCharsets.US_ASCII));
        long bits = Double.doubleToLongBits(number + 0.0);
        return (bits ^ ((bits >> 63) & Long.MAX_VALUE)) - 1;
    }

    private static boolean looksLikeNumber(byte[] row, int from, int length) {
        if (length == 0 || length > DIGITS_MAX) {
            return false;
        }
        boolean digits = false;
        boolean point = false;
        for (int i = from; i < from + length; i++) {
            boolean digit = row[i] >= '0' && row[i] <= '9';
            boolean sign = i == from && row[i] == '-';
            if (!digit && !sign && (point || row[i] != '.')) {
                return false;
            }
            digits |= digit;
            point |= row[i] == '.';
        }
        return digits;
    }

    @Override
    public int compare(byte[] left, byte[] right) {
        boolean numbers =
                looksLikeNumber(left, 0, left.length) && looksLikeNumber(right, 0, right.length);
        return numbers
                ? new BigDecimal(print(left)).compareTo(new BigDecimal(print(right)))
                : java.util.Arrays.compareUnsigned(left, right);
    }

    @Override
    public String print(byte[] cell) {
        return TextForm.UNORDERED.print(cell);
    }

    @Override
    public int printedLength(byte[] row, int from, int length) {
        return TextForm.UNORDERED.printedLength(row, from, length);
    }
}
