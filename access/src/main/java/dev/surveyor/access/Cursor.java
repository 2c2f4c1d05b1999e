package dev.surveyor.access;

import dev.surveyor.access.AccessException.Code;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Where a list goes on: the last key that was seen, opaque to callers. */
public final class Cursor {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,800}");

    private Cursor() {}

    public static String write(String lastKey) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(lastKey.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws AccessException when it is none of ours
     */
    public static String read(String cursor) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (PRINTABLE.matcher(key).matches()) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    /**
     * Reads a number that {@link #write} wrote.
     *
     * @throws AccessException when it is none of ours
     */
    public static long readNumber(String cursor) {
        try {
            return Long.parseLong(read(cursor));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static AccessException invalid() {
        return AccessException.field(
                Code.CURSOR_INVALID, "after", "Give the 'next' of the page before, unchanged.");
    }
}
