package dev.surveyor.sources.postgres;

import dev.surveyor.sources.profile.Bytes;
import dev.surveyor.sources.profile.CellForm;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of any precision: groups of four decimal digits. */
enum NumericForm implements CellForm {
    NUMERIC;

    private static final int WEIGHT_AT = 2;
    private static final int SIGN_AT = 4;
    private static final int SCALE_AT = 6;
    private static final int DIGITS_AT = 8;
    private static final int NEGATIVE = 0x4000;
    private static final int NOT_A_NUMBER = 0xC000;
    private static final int INFINITY = 0xD000;
    private static final int MINUS_INFINITY = 0xF000;
    private static final int GROUP_DIGITS = 4;
    private static final BigInteger GROUP = BigInteger.valueOf(10_000);

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public boolean rankIsWhole() {
        return false;
    }

    /** Where the number begins and its first three groups. */
    @Override
    public long rank(byte[] row, int from, int length) {
        int sign = Bytes.shortAt(row, from + SIGN_AT) & 0xFFFF;
        int groups = Bytes.shortAt(row, from);
        switch (sign) {
            case NOT_A_NUMBER -> {
                return Long.MAX_VALUE;
            }
            case INFINITY -> {
                return Long.MAX_VALUE - 1;
            }
            case MINUS_INFINITY -> {
                return Long.MIN_VALUE;
            }
            default -> {
                if (groups == 0) {
                    return 0;
                }
            }
        }
        long rank = Bytes.shortAt(row, from + WEIGHT_AT) + 0x8000L;
        for (int i = 0; i < 3; i++) {
            int group = i < groups ? Bytes.shortAt(row, from + DIGITS_AT + 2 * i) : 0;
            rank = (rank << 14) | group;
        }
        return sign == NEGATIVE ? -rank : rank;
    }

    @Override
    public int compare(byte[] left, byte[] right) {
        return isNumber(left) && isNumber(right) ? number(left).compareTo(number(right)) : 0;
    }

    @Override
    public String print(byte[] cell) {
        return switch (Bytes.shortAt(cell, SIGN_AT) & 0xFFFF) {
            case NOT_A_NUMBER -> "NaN";
            case INFINITY -> "Infinity";
            case MINUS_INFINITY -> "-Infinity";
            default -> number(cell).toPlainString();
        };
    }

    @Override
    public int printedLength(byte[] row, int from, int length) {
        int sign = Bytes.shortAt(row, from + SIGN_AT) & 0xFFFF;
        if (sign != 0 && sign != NEGATIVE) {
            return print(java.util.Arrays.copyOfRange(row, from, from + length)).length();
        }
        int weight = Bytes.shortAt(row, from + WEIGHT_AT);
        int scale = Bytes.shortAt(row, from + SCALE_AT) & 0xFFFF;
        int whole =
                Bytes.shortAt(row, from) == 0 || weight < 0
                        ? 1
                        : weight * GROUP_DIGITS + digits(Bytes.shortAt(row, from + DIGITS_AT));
        return (sign == NEGATIVE ? 1 : 0) + whole + (scale == 0 ? 0 : 1 + scale);
    }

    private static int digits(int group) {
        return group >= 1000 ? 4 : group >= 100 ? 3 : group >= 10 ? 2 : 1;
    }

    private static boolean isNumber(byte[] cell) {
        int sign = Bytes.shortAt(cell, SIGN_AT) & 0xFFFF;
        return sign == 0 || sign == NEGATIVE;
    }

    private static BigDecimal number(byte[] cell) {
        int groups = Bytes.shortAt(cell, 0);
        int weight = Bytes.shortAt(cell, WEIGHT_AT);
        int scale = Bytes.shortAt(cell, SCALE_AT) & 0xFFFF;
        BigInteger digits = BigInteger.ZERO;
        for (int i = 0; i < groups; i++) {
            digits =
                    digits.multiply(GROUP)
                            .add(BigInteger.valueOf(Bytes.shortAt(cell, DIGITS_AT + 2 * i)));
        }
        BigDecimal number =
                new BigDecimal(digits)
                        .scaleByPowerOfTen(GROUP_DIGITS * (weight - groups + 1))
                        .setScale(scale, java.math.RoundingMode.DOWN);
        return (Bytes.shortAt(cell, SIGN_AT) & 0xFFFF) == NEGATIVE ? number.negate() : number;
    }
}
