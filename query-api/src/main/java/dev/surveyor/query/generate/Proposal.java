package dev.surveyor.query.generate;

import java.util.List;

/** What an engine says to a question. */
public sealed interface Proposal {

    /**
     * It would run one of these.
     *
     * @param candidates the likeliest first; at least one
     */
    record Candidates(List<Candidate> candidates) implements Proposal {
        public Candidates {
            candidates = List.copyOf(candidates);
        }

        public Candidate best() {
            return candidates.getFirst();
        }
    }

    /** One thing is open. */
    record Ask(String question, List<String> choices) implements Proposal {
        public Ask {
            choices = List.copyOf(choices);
        }
    }

    /** This cannot be answered here. */
    record Cannot(String reason, List<String> unaccounted) implements Proposal {
        public Cannot {
            unaccounted = List.copyOf(unaccounted);
        }
    }

    /** It is not there, or failed; the sentence says what to do. */
    record Away(String sentence) implements Proposal {}
}
