package dev.surveyor.llm;

import java.util.Objects;

/** One turn of what a model is told. */
public record Message(Role role, String text) {

    /** Who speaks. */
    public enum Role {
        /** We, about how to answer. */
        SYSTEM,
        /** We, with what is to be answered. */
        USER,
        /** The model itself, before. */
        ASSISTANT
    }

    public Message {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
    }
}
