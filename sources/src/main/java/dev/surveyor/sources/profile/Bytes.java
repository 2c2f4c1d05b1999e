package dev.surveyor.sources.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Cells within the bytes of a row. */
public final class Bytes {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xE7037ED1A0B428DBL;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Bytes() {}

    public static long longAt(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    public static int intAt(byte[] bytes, int index) {
        return (int) INTS.get(bytes, index);
    }

    public static short shortAt(byte[] bytes, int index) {
        return (short) SHORTS.get(bytes, index);
    }

    /** The first eight bytes as one number, fewer filled up with nothing. */
    static long head(byte[] bytes, int from, int length) {
        if (length >= Long.BYTES) {
            return longAt(bytes, from);
        }
        long head = 0;
        for (int i = 0; i < length; i++) {
            head |= (bytes[from + i] & 0xFFL) << (56 - 8 * i);
        }
        return head;
    }

    /** The same cell gives the same number, another one practically never. */
    static long hash(byte[] bytes, int from, int length) {
        long hash = FIRST ^ length;
        int at = from;
        int end = from + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = folded(hash ^ longAt(bytes, at), SECOND);
        }
        if (at < end) {
            hash = folded(hash ^ head(bytes, at, end - at), SECOND);
        }
        return folded(hash ^ length, FIRST);
    }

    static long mixed(long hash, long more) {
        return folded(hash ^ FIRST, more ^ SECOND);
    }

    private static long folded(long left, long right) {
        return (left * right) ^ Math.unsignedMultiplyHigh(left, right);
    }

    /** Characters of UTF-8 text, as code points. */
    static int characters(byte[] bytes, int from, int length) {
        int at = from;
        int end = from + length;
        while (at + Long.BYTES <= end) {
            if ((longAt(bytes, at) & HIGH_BITS) != 0) {
                return length - continuations(bytes, at, end);
            }
            at += Long.BYTES;
        }
        return length - continuations(bytes, at, end);
    }

    private static int continuations(byte[] bytes, int from, int end) {
        int continuations = 0;
        for (int i = from; i < end; i++) {
            continuations += (bytes[i] & 0xC0) == 0x80 ? 1 : 0;
        }
        return continuations;
    }
}
