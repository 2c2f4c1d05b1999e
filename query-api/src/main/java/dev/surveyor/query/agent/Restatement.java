package dev.surveyor.query.agent;

import dev.surveyor.llm.LlmException;
import dev.surveyor.query.understand.Restating.Restated;
import java.util.Optional;
import java.util.function.Supplier;

/** What came of having a question restated. */
sealed interface Restatement {

    /**
     * It is plain now.
     *
     * @param choice which of several meanings it has, from 1; 0: none is settled
     */
    record Said(String question, int choice) implements Restatement {}

    /** The model says what it cannot know. */
    record Unusable() implements Restatement {}

    /** It gave no answer: it is not asked again for this question. */
    record Away(String sentence) implements Restatement {}

    static Restatement of(Supplier<Optional<Restated>> asking) {
        try {
            return asking.get()
                    .<Restatement>map(said -> new Said(said.question(), said.choice()))
                    .orElse(new Unusable());
        } catch (LlmException e) {
            if (e.code() == LlmException.Code.CANCELLED) {
                throw e;
            }
            return new Away(e.getMessage());
        }
    }

    default String note() {
        return switch (this) {
            case Said(String question, int choice) ->
                    choice == 0 ? question : question + " (meaning " + choice + ")";
            case Unusable() -> "what came back says what nobody asked";
            case Away(String sentence) -> sentence;
        };
    }
}
