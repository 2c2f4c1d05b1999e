package dev.surveyor.eval.finders;

/** Finds tables by meaning. */
public final class DenseProvider extends IndexFinderProvider {

    public DenseProvider() {
        super(Way.DENSE);
    }
}
