package dev.surveyor.access.web;

import java.nio.charset.MalformedInputException;

/**
 * Holds bytes to the one way in which UTF-8 writes each character. The JSON reader is laxer: to it
 * two bytes that no encoder writes are a slash.
 */
final class Utf8Check {

    private static final int CONTINUED_LEAST = 0x80;
    private static final int CONTINUED_MOST = 0xBF;

    private int awaited;
    private int least = CONTINUED_LEAST;
    private int most = CONTINUED_MOST;

    void next(int unsigned) throws MalformedInputException {
        if (awaited == 0) {
            begin(unsigned);
        } else if (unsigned < least || unsigned > most) {
            throw new MalformedInputException(1);
        } else {
            expect(awaited - 1, CONTINUED_LEAST, CONTINUED_MOST);
        }
    }

    private void begin(int first) throws MalformedInputException {
        if (first >= 0xC2 && first <= 0xDF) {
            expect(1, CONTINUED_LEAST, CONTINUED_MOST);
        } else if (first >= 0xE0 && first <= 0xEF) {
            expect(
                    2,
                    first == 0xE0 ? 0xA0 : CONTINUED_LEAST,
                    first == 0xED ? 0x9F : CONTINUED_MOST);
        } else if (first >= 0xF0 && first <= 0xF4) {
            expect(
                    3,
                    first == 0xF0 ? 0x90 : CONTINUED_LEAST,
                    first == 0xF4 ? 0x8F : CONTINUED_MOST);
        } else if (first >= CONTINUED_LEAST) {
            throw new MalformedInputException(1);
        }
    }

    private void expect(int more, int from, int to) {
        awaited = more;
        least = from;
        most = to;
    }
}
