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

    /** The same, less sure, where a word of the question is accounted for by nothing. */
    default Proposal leavingOut(String word) {
        return switch (this) {
            case Candidates(List<Candidate> candidates) when !word.isEmpty() ->
                    new Candidates(candidates.stream().map(each -> each.leavingOut(word)).toList());
            case Candidates same -> same;
            case Ask same -> same;
            case Cannot same -> same;
            case Away same -> same;
        };
    }
}
