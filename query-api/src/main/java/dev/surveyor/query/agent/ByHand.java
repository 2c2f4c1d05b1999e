package dev.surveyor.query.agent;

import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.Evidence.Agreement;
import dev.surveyor.query.Question;
import dev.surveyor.query.RunSink;
import dev.surveyor.query.generate.Candidate;
import java.util.List;

/** Runs SQL that a person wrote as what the agent wrote itself: through the guard only. */
public final class ByHand {

    /** None of ours. */
    private static final String ENGINE = "";

    private ByHand() {}

    /**
     * What came of it; a refusal names what the guard would let through.
     *
     * @param statement its text is the SQL
     */
    public static Answer run(
            Question statement, Ground ground, RunSink events, Cancellation cancellation) {
        Steps steps = new Steps();
        Draft draft = new Draft(statement, ground, steps);
        Execution execution =
                new Execution(
                        ground.source(), ground.known(), statement.rowsMax(), events, cancellation);
        Attempt attempt =
                steps.take(
                        "run",
                        () -> execution.run(ENGINE, statement.text(), 1, true),
                        Attempt::fault);
        return switch (attempt) {
            case Attempt.Ran ran ->
                    draft.ran(
                            ran,
                            new Candidate(
                                    ENGINE,
                                    statement.text(),
                                    "",
                                    1,
                                    List.of(),
                                    List.of(),
                                    List.of()),
                            1,
                            Agreement.ALONE);
            case Attempt.Refused refused ->
                    draft.words(AnswerKind.REFUSAL, refused.fault(), List.of());
            case Attempt.Failed failed ->
                    draft.words(AnswerKind.FAILURE, failed.fault(), List.of());
            case Attempt.Lost lost -> draft.words(AnswerKind.FAILURE, lost.fault(), List.of());
        };
    }
}
