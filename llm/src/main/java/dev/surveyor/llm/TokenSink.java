package dev.surveyor.llm;

/** Gets an answer piece by piece, as the model gives it. */
@FunctionalInterface
public interface TokenSink {

    void accept(String piece);
}
