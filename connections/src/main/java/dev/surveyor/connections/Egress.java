package dev.surveyor.connections;

import java.util.List;
import java.util.Set;

/**
 * What of a connection may go to a language model, and to which.
 *
 * @param providers by name, where only those are allowed; else empty
 */
public record Egress(Where where, List<String> providers, Set<What> what) {

    /** How far text may go. */
    public enum Where {
        /** No model sees any of it. */
        NONE,
        /** Models on the operator's own networks. */
        LOCAL,
        /** Those that are named. */
        PROVIDERS
    }

    /** Which text may go. */
    public enum What {
        /** Names of tables and columns, types, descriptions. */
        NAMES,
        /** Values that the survey kept, never of personal or masked columns. */
        VALUES,
        /** Rows of answers. */
        ROWS
    }

    public static final Egress STANDARD =
            new Egress(Where.LOCAL, List.of(), Set.of(What.NAMES, What.VALUES));

    public Egress {
        providers = List.copyOf(providers);
        what = Set.copyOf(what);
    }
}
