package dev.surveyor.sources.profile;

/** A cell that is kept, known by its hash. */
final class Kept {

    private final long hash;
    private final byte[] cell;
    private final long whole;

    Kept(long hash, byte[] row, int from, int length, long whole) {
        this.hash = hash;
        this.cell = java.util.Arrays.copyOfRange(row, from, from + length);
        this.whole = whole;
    }

    long hash() {
        return hash;
    }

    byte[] cell() {
        return cell;
    }

    /** Whether the source sent only the head of it. */
    boolean cut() {
        return whole > 0;
    }

    /** Bytes of the whole where it was cut, else 0. */
    long whole() {
        return whole;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kept kept && kept.hash == hash;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash);
    }
}
