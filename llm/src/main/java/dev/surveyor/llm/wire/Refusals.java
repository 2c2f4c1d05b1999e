package dev.surveyor.llm.wire;

import dev.surveyor.llm.LlmException;
import dev.surveyor.llm.LlmException.Code;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's status means to us. Its own words are looked at but not repeated: they may
 * quote what it was sent.
 */
final class Refusals {

    static final int READ_BYTES_MAX = 64 << 10;

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int OVERLOADED = 529;
    private static final int SERVER_ERROR = 500;

    private static final Pattern CONTEXT =
            Pattern.compile(
                    "context.{0,20}(length|window|size)|prompt is too long|maximum context",
                    Pattern.CASE_INSENSITIVE);

    private Refusals() {}

    static LlmException of(String host, int status, @Nullable String retryAfter, String said) {
        Code code = code(status, said);
        boolean passes = code == Code.OVERLOADED || code == Code.PROVIDER_FAILED;
        return new LlmException(
                code, passes, sentence(code, host, status), passes ? wait(retryAfter) : null, null);
    }

    private static Code code(int status, String said) {
        return switch (status) {
            case 401, 403 -> Code.KEY_REFUSED;
            case 404 -> Code.MODEL_MISSING;
            case TOO_LARGE -> Code.TOO_LONG;
            // Money that ran out does not come back by waiting.
            case TOO_MANY ->
                    said.contains("insufficient_quota") ? Code.KEY_REFUSED : Code.OVERLOADED;
            case UNAVAILABLE, OVERLOADED -> Code.OVERLOADED;
            case REQUEST_TIMEOUT -> Code.PROVIDER_FAILED;
            default -> {
                if (status >= SERVER_ERROR) {
                    yield Code.PROVIDER_FAILED;
                }
                yield CONTEXT.matcher(said).find() ? Code.TOO_LONG : Code.REFUSED;
            }
        };
    }

    private static String sentence(Code code, String host, int status) {
        String what =
                switch (code) {
                    case KEY_REFUSED ->
                            "does not take the key, or its credit is spent: check"
                                    + " surveyor.llm.api-key";
                    case MODEL_MISSING ->
                            "has no such model or path: check surveyor.llm.model and"
                                    + " surveyor.llm.base-url; at Ollama run 'ollama pull' with the"
                                    + " model's name";
                    case TOO_LONG ->
                            "takes less text at once: ask for less, or lower"
                                    + " surveyor.llm.context-tokens";
                    case OVERLOADED -> "has too much to do: ask again in a moment";
                    case PROVIDER_FAILED -> "failed: ask again, or look into its log";
                    default ->
                            "will not do what it was asked: check surveyor.llm.model, which may not"
                                    + " know all that is asked of it";
                };
        return "The language model at %s answered with status %d, it %s."
                .formatted(host, status, what);
    }

    private static @Nullable Duration wait(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        try {
            return retryAfter.matches("\\d{1,6}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : positive(
                            Duration.between(
                                    Instant.now(),
                                    ZonedDateTime.parse(
                                            retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException e) {
            // A wish that nobody can read is no wish.
            return null;
        }
    }

    private static Duration positive(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
