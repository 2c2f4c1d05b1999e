package dev.surveyor.llm.wire;

import dev.surveyor.llm.LlmException;
import dev.surveyor.llm.LlmException.Code;
import java.util.Locale;

/** What the client library threw, in our words; its own may quote the answer. */
final class Failures {

    private static final int CAUSES_MAX = 20;

    private Failures() {}

    static LlmException of(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++) {
            if (cause instanceof LlmException ours) {
                return ours;
            }
            cause = cause.getCause();
        }
        String said = String.valueOf(failure).toLowerCase(Locale.ROOT);
        if (said.contains("overloaded")) {
            return new LlmException(
                    Code.OVERLOADED,
                    true,
                    "The language model has too much to do: ask again in a moment.",
                    null);
        }
        if (said.contains("streamingexception")) {
            return new LlmException(
                    Code.PROVIDER_FAILED,
                    true,
                    "The language model failed while it answered: ask again, or look into its log.",
                    null);
        }
        return new LlmException(
                Code.MALFORMED,
                false,
                "What came from the language model is not what its provider's interface says: check"
                        + " surveyor.llm.provider and surveyor.llm.base-url.",
                null);
    }

    static LlmException cutOff() {
        return new LlmException(
                Code.CUT_OFF,
                true,
                "The language model's answer broke off: ask again, or look into its log.",
                null);
    }
}
