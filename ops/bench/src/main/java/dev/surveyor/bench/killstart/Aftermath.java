package dev.surveyor.bench.killstart;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one kill led to.
 *
 * @param restartSeconds from the next start to its answer; null when there was none
 * @param failure why there was none; null when there was one
 * @param installation who answered; null when nobody could tell
 * @param loss what is not as it was; null when all is
 * @param leftOver processes that nobody needed any more and that did not end
 */
record Aftermath(
        Kill kill,
        @Nullable Double restartSeconds,
        @Nullable String failure,
        @Nullable UUID installation,
        @Nullable String loss,
        int leftOver) {

    @Override
    public String toString() {
        String end =
                restartSeconds == null
                        ? "no restart: " + failure
                        : String.format(Locale.ROOT, "answered again after %.2f s", restartSeconds);
        return kill
                + ": "
                + end
                + (loss == null ? "" : ", lost: " + loss)
                + (leftOver == 0 ? "" : ", processes left over: " + leftOver);
    }
}
