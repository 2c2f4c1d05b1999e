package dev.surveyor.sources.guard;

import dev.surveyor.sources.Refusal;

/** Carries a refusal out of the depth of a tree; the guard turns it into a verdict. */
public final class Refusing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Refusing(Refusal refusal) {
        super(refusal.sentence(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
