package dev.surveyor.access;

/**
 * The HTTP exchange that is being answered, known to everything that runs for it.
 *
 * @param requestId stands on the answer and in every log line
 * @param address where it came from
 */
public record Exchange(String requestId, String address) {

    /** Bound while an exchange is answered. */
    public static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

    private static final Exchange NONE = new Exchange("-", "local");

    /** The current one, or one that says that nobody asked over HTTP. */
    public static Exchange current() {
        return CURRENT.orElse(NONE);
    }
}
