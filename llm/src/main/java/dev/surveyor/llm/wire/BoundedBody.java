package dev.surveyor.llm.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer, which ends in an error where it is longer than any honest one. */
final class BoundedBody extends FilterInputStream {

    private static final long BYTES_MAX = 8L << 20;

    private long left = BYTES_MAX;
    private final Runnable breakingOff;
    private boolean ended;

    /**
     * @param breakingOff drops the connection
     */
    BoundedBody(InputStream body, Runnable breakingOff) {
        super(body);
        this.breakingOff = breakingOff;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? read : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count(read);
        return read;
    }

    /** Without dropping the connection it would be read on, as long as the other side talks. */
    @Override
    public void close() throws IOException {
        if (!ended) {
            breakingOff.run();
        }
        super.close();
    }

    private void count(int bytes) throws IOException {
        ended |= bytes < 0;
        left -= Math.max(bytes, 0);
        if (left < 0) {
            throw new TooLongException();
        }
    }

    /** More bytes than any honest answer has. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
