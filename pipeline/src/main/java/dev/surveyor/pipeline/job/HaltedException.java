package dev.surveyor.pipeline.job;

/** A survey was told to end; what was under way is thrown away and done again later. */
final class HaltedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HaltedException(Halt halt) {
        super("The survey was told to end: " + halt);
    }
}
