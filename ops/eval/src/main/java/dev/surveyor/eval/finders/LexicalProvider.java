package dev.surveyor.eval.finders;

/** Finds tables by word. */
public final class LexicalProvider extends IndexFinderProvider {

    public LexicalProvider() {
        super(Way.LEXICAL);
    }
}
