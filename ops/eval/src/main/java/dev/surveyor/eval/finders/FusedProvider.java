package dev.surveyor.eval.finders;

/** Finds tables both ways, fused. */
public final class FusedProvider extends IndexFinderProvider {

    public FusedProvider() {
        super(Way.FUSED);
    }
}
