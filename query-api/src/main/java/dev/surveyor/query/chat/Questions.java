package dev.surveyor.query.chat;

import dev.surveyor.access.Caller;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Connections.Usable;
import dev.surveyor.connections.Right;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.LanguageModels;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.Engine;
import dev.surveyor.query.Planner;
import dev.surveyor.query.QuerySettings;
import dev.surveyor.query.Question;
import dev.surveyor.query.RunEvent;
import dev.surveyor.query.RunSink;
import dev.surveyor.query.agent.Agent;
import dev.surveyor.query.agent.Ground;
import dev.surveyor.query.generate.ModelAccess;
import dev.surveyor.query.keep.Personal;
import dev.surveyor.query.keep.PersonalColumns;
import dev.surveyor.query.known.Known;
import dev.surveyor.query.known.KnownConnections;
import dev.surveyor.query.known.Once;
import dev.surveyor.query.run.Run;
import dev.surveyor.query.run.Runs;
import dev.surveyor.query.session.Acknowledged;
import dev.surveyor.query.session.Claim;
import dev.surveyor.query.session.Conversations;
import dev.surveyor.query.session.SqlRun;
import dev.surveyor.query.source.AskerSources;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes questions, has them answered and keeps what came of it. Knows nothing of HTTP. */
@Component
class Questions {

    private final Connections connections;
    private final KnownConnections known;
    private final AskerSources sources;
    private final LanguageModels models;
    private final Conversations conversations;
    private final Runs runs;
    private final QuestionMeters meters;
    private final Agent agent;

    Questions(
            Connections connections,
            KnownConnections known,
            AskerSources sources,
            LanguageModels models,
            Conversations conversations,
            Runs runs,
            QuestionMeters meters,
            QuerySettings settings) {
        this.connections = connections;
        this.known = known;
        this.sources = sources;
        this.models = models;
        this.conversations = conversations;
        this.runs = runs;
        this.meters = meters;
        this.agent =
                new Agent(
                        new Once<>(Planner::bundled), models.model(), settings, Clock.systemUTC());
    }

    /**
     * What is asked.
     *
     * @param session to go on with; null: a new conversation begins
     */
    record Asked(
            UUID connection,
            @Nullable UUID session,
            String text,
            Engine engine,
            int rowsMax,
            boolean explain) {}

    /**
     * Keeps the question and begins to answer it.
     *
     * @param acknowledged when the asker is told that it is kept
     */
    Run ask(Asked asked, Caller caller, Acknowledged acknowledged) {
        Usable usable = connections.require(asked.connection(), caller, Right.CHAT);
        UUID run = UUID.randomUUID();
        Claim claim =
                conversations.begin(
                        asked.connection(),
                        caller.id(),
                        asked.session(),
                        asked.text(),
                        run,
                        acknowledged);
        Question question =
                new Question(
                        run,
                        claim.session(),
                        asked.text(),
                        claim.context(),
                        asked.engine(),
                        asked.rowsMax(),
                        asked.explain());
        OneRun one = new OneRun(question, usable, caller, claim.session());
        try {
            return runs.begin(run, caller.id(), asked.connection(), one::answer, one::end);
        } catch (RuntimeException e) {
            one.keepWords(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** One question under way. */
    private final class OneRun {

        private final Question question;
        private final Usable usable;
        private final Caller caller;
        private final UUID session;
        private final long begun = System.nanoTime();
        private final AtomicReference<@Nullable Known> ground = new AtomicReference<>();

        OneRun(Question question, Usable usable, Caller caller, UUID session) {
            this.question = question;
            this.usable = usable;
            this.caller = caller;
            this.session = session;
        }

        Answer answer(RunSink events, Cancellation cancellation) {
            Optional<Known> there = known.ofNewest(usable);
            if (there.isEmpty()) {
                events.accept(new RunEvent.Session(session, question.runId()));
                return Answer.ofWords(
                        question.runId(),
                        AnswerKind.FAILURE,
                        KnownConnections.notSurveyed(usable.connection()));
            }
            Known newest = there.get();
            ground.set(newest);
            return agent.answer(
                    question,
                    new Ground(
                            newest,
                            sources.of(usable, newest.structure(), newest.edition().number()),
                            ModelAccess.of(
                                    usable.connection().options().egress(),
                                    models.budget(caller.id().toString()))),
                    events,
                    cancellation);
        }

        RunEvent end(Runs.Outcome outcome) {
            return switch (outcome) {
                case Runs.Outcome.Answered(Answer answer) -> answered(answer);
                case Runs.Outcome.Cancelled() ->
                        failed("cancelled", "This question was cancelled before it was answered.");
                case Runs.Outcome.Stopped() -> failed(Runs.STOPPING_CODE, Runs.STOPPING);
                case Runs.Outcome.Broken() ->
                        failed(
                                "broken",
                                "Something is broken here; it was logged as run %s."
                                        .formatted(question.runId()));
            };
        }

        private RunEvent answered(Answer answer) {
            Known newest = ground.get();
            Personal personal = newest == null ? Personal.NONE : PersonalColumns.of(answer, newest);
            Answer kept =
                    keep(answer, personal, answer.sql().isEmpty() ? null : ran(answer, personal));
            meters.answered(kept, System.nanoTime() - begun);
            return new RunEvent.Complete(
                    question.explain() ? kept : kept.withoutSteps(), kept.steps());
        }

        private SqlRun ran(Answer answer, Personal personal) {
            return new SqlRun(
                    usable.connection().id(),
                    caller.id(),
                    answer.sql(),
                    answer.evidence().engine(),
                    SqlRun.Outcome.COMPLETED,
                    answer.rowCount(),
                    answer.executionTimeMs(),
                    !personal.isNothing());
        }

        private RunEvent failed(String code, String message) {
            keepWords(message);
            meters.failed(code, System.nanoTime() - begun);
            return new RunEvent.Failed(code, message);
        }

        void keepWords(String message) {
            keep(
                    Answer.ofWords(question.runId(), AnswerKind.FAILURE, message),
                    Personal.NONE,
                    null);
        }

        private Answer keep(Answer answer, Personal personal, @Nullable SqlRun ran) {
            Answer ours = answer.in(session, null);
            return conversations
                    .finish(session, question.runId(), ours, personal, ran)
                    .map(message -> ours.in(session, message))
                    .orElse(ours);
        }
    }
}
