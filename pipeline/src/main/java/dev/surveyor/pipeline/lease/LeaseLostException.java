package dev.surveyor.pipeline.lease;

/** Another process may write now: whatever was under way is theirs. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLostException() {
        super("This process lost its lease of the survey; another one may have taken it up.");
    }
}
