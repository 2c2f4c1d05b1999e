package dev.surveyor.llm;

import java.util.Set;

/**
 * Where the text of a connection may go, and which: its owner's word, obeyed before anything is
 * sent.
 *
 * @param holders who may get it, as {@link ModelName#holder()}, where only those may; else empty
 */
public record MayLeave(Where where, Set<String> holders, Set<Holds> what) {

    /** How far text may go. */
    public enum Where {
        /** No model sees any of it. */
        NOWHERE,
        /** Models on the operator's own networks: loopback and private addresses. */
        LOCAL,
        /** Those that are named. */
        HOLDERS
    }

    public static final MayLeave NOTHING = new MayLeave(Where.NOWHERE, Set.of(), Set.of());

    public MayLeave {
        holders = Set.copyOf(holders);
        what = Set.copyOf(what);
    }

    /** Whether it may go to local models only. */
    public boolean localOnly() {
        return where == Where.LOCAL;
    }

    /**
     * @throws LlmException when texts that hold this may not go to that model
     */
    void require(ModelName name, Set<Holds> holds) {
        switch (where) {
            case NOWHERE ->
                    throw refused(
                            "This connection's text may go to no language model: its owner can allow"
                                    + " it with the connection's egress.");
            case HOLDERS -> {
                if (holders.stream().noneMatch(name.holder()::equalsIgnoreCase)) {
                    throw refused(
                            "This connection's text may not go to %s: its owner can name it in the"
                                            .formatted(name.holder())
                                    + " connection's egress.");
                }
            }
            case LOCAL -> {
                // The address is checked where it is looked up, so that what was checked is used.
            }
        }
        for (Holds held : Holds.values()) {
            if (holds.contains(held) && !what.contains(held)) {
                throw refused(
                        "This connection's %s may not go to a language model: its owner can allow"
                                        .formatted(held.name().toLowerCase(java.util.Locale.ROOT))
                                + " them with the connection's egress.");
            }
        }
    }

    private static LlmException refused(String sentence) {
        return new LlmException(LlmException.Code.NOT_ALLOWED, false, sentence, null);
    }
}
