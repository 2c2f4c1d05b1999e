package dev.surveyor.llm;

import java.util.Objects;

/** What a model answered. It is text of a stranger: nothing of it is to be believed unchecked. */
public record Completion(String text, Finish finish, Usage usage) {

    /** Why the answer ends. */
    public enum Finish {
        /** The model had said it all. */
        WHOLE,
        /** It was longer than it might be. */
        TOKENS_MAX
    }

    public Completion {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(finish, "finish");
        Objects.requireNonNull(usage, "usage");
    }
}
