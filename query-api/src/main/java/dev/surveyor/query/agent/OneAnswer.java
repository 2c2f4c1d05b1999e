package dev.surveyor.query.agent;

import dev.surveyor.llm.Availability;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.LanguageModel;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.Engine;
import dev.surveyor.query.Evidence.Agreement;
import dev.surveyor.query.Planner;
import dev.surveyor.query.QuerySettings;
import dev.surveyor.query.Question;
import dev.surveyor.query.RunEvent;
import dev.surveyor.query.RunSink;
import dev.surveyor.query.Turn;
import dev.surveyor.query.generate.Candidate;
import dev.surveyor.query.generate.Confidence;
import dev.surveyor.query.generate.ModelWriter;
import dev.surveyor.query.generate.PlannedProposal;
import dev.surveyor.query.generate.Proposal;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.retrieve.Finds;
import dev.surveyor.query.retrieve.SchemaContext;
import dev.surveyor.query.source.SourceValues;
import dev.surveyor.query.understand.OtherLanguage;
import dev.surveyor.query.understand.Restating;
import dev.surveyor.query.understand.Understander;
import dev.surveyor.query.understand.Understanding;
import dev.surveyor.query.understand.Understanding.AboutTheData;
import dev.surveyor.query.understand.Understanding.DataQuestion;
import dev.surveyor.query.understand.Understanding.Greeting;
import dev.surveyor.query.understand.Understanding.Unreadable;
import dev.surveyor.sources.Sources;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way of one question to its answer. For one thread. */
final class OneAnswer {

    /** From here on the planner needs nobody's second opinion. */
    private static final double SURE = 0.8;

    /** Statements of one engine, the first and those that mend it. */
    private static final int ROUNDS_MAX = 4;

    private static final int FOUND_TABLES_MAX = 15;

    private static final String FOREIGN =
            "This does not read like English, which is all that our own planner reads: ask in English.";

    private final Supplier<Planner> planner;
    private final LanguageModel model;
    private final QuerySettings settings;
    private final Clock clock;
    private final Question question;
    private final Ground ground;
    private final RunSink events;
    private final Cancellation cancellation;
    private final Steps steps = new Steps();
    private final Execution execution;
    private final Draft draft;

    OneAnswer(
            Supplier<Planner> planner,
            LanguageModel model,
            QuerySettings settings,
            Clock clock,
            Question question,
            Ground ground,
            RunSink events,
            Cancellation cancellation) {
        this.planner = planner;
        this.model = model;
        this.settings = settings;
        this.clock = clock;
        this.question = question;
        this.ground = ground;
        this.events = events;
        this.cancellation = cancellation;
        this.execution =
                new Execution(
                        ground.source(), ground.known(), question.rowsMax(), events, cancellation);
        this.draft = new Draft(question, ground, steps);
    }

    Answer find() {
        Answer answer = found();
        return settings.reword()
                        && !answer.observations().isEmpty()
                        && question.engine() != Engine.PLANNER
                        && ground.access().rows()
                        && modelAway().isEmpty()
                ? new OtherWords(model, ground, steps, cancellation).of(answer)
                : answer;
    }

    private Answer found() {
        Understanding understanding =
                steps.take(
                        "understand",
                        () -> Understander.of(question.text(), question.before()),
                        Understanding::kind);
        return switch (understanding) {
            case Greeting(String reply) -> {
                told(understanding, question.text());
                yield draft.words(AnswerKind.CONVERSATION, reply, List.of());
            }
            case Unreadable(String reply) -> {
                told(understanding, question.text());
                yield draft.words(AnswerKind.REFUSAL, reply, List.of());
            }
            case AboutTheData about -> {
                told(understanding, question.text());
                yield draft.about(
                        steps.take(
                                "retrieve",
                                () -> new AboutTables(ground.known()).tell(about, question.text()),
                                told -> told.tables().size() + " tables"));
            }
            case DataQuestion asked -> {
                told(understanding, asked.question());
                yield answer(asked);
            }
        };
    }

    private void told(Understanding understanding, String text) {
        events.accept(new RunEvent.Understanding(understanding.kind(), text));
    }

    private Answer answer(DataQuestion asked) {
        boolean foreign = OtherLanguage.is(asked.question());
        Proposal planned =
                question.engine() == Engine.MODEL
                        ? null
                        : foreign
                                ? new Proposal.Cannot(FOREIGN, List.of())
                                : plan(asked.question(), question.before(), asked.pointing());
        boolean sure = planned != null && isSure(planned) && asked.pointing().isEmpty();
        if (planned != null && (sure || question.engine() == Engine.PLANNER)) {
            return alone(planned, "");
        }
        String away = modelAway();
        if (!away.isEmpty()) {
            return planned == null
                    ? draft.words(AnswerKind.FAILURE, away, List.of())
                    : alone(planned, away);
        }
        return planned != null && settings.restate() && (foreign || asked.followUp())
                ? restated(asked, planned)
                : withModel(asked, planned);
    }

    /** One call in the place of the one that would write SQL, where our planner is sure then. */
    private Answer restated(DataQuestion asked, Proposal planned) {
        List<String> choices =
                planned instanceof Proposal.Ask(String _, List<String> open) ? open : List.of();
        events.accept(new RunEvent.Tool("model", "Asking " + model.name() + " how this is meant"));
        Restatement restatement =
                steps.take(
                        "restate",
                        () ->
                                Restatement.of(() ->
                                        Restating.of(
                                                asked.question(),
                                                question.before(),
                                                choices,
                                                model,
                                                ground.access(),
                                                cancellation)),
                        Restatement::note);
        return switch (restatement) {
            case Restatement.Away(String sentence) -> alone(planned, sentence);
            case Restatement.Unusable() -> withModel(asked, planned);
            case Restatement.Said(String whole, int choice) -> {
                draft.readAs(whole);
                told(asked, whole);
                Proposal again =
                        choice > 0
                                ? plan(choices.get(choice - 1), asBefore(), "")
                                : plan(whole, List.of(), "");
                yield isSure(again)
                        ? alone(again, "")
                        : withModel(new DataQuestion(whole, false, ""), again);
            }
        };
    }

    private static boolean isSure(Proposal planned) {
        return planned instanceof Proposal.Candidates candidates
                && candidates.best().confidence() >= SURE;
    }

    private Proposal plan(String text, List<Turn> before, String pointing) {
        Lookup lookup =
                steps.take(
                        "retrieve",
                        () -> ground.known().lookup(text),
                        there -> there.tables().size() + " tables to plan over");
        return steps.take(
                "plan",
                () ->
                        PlannedProposal.of(
                                        planner.get(),
                                        text,
                                        before,
                                        lookup,
                                        new SourceValues(
                                                ground.source(),
                                                Sources.dialect(lookup.dialect()),
                                                cancellation))
                                .leavingOut(pointing),
                OneAnswer::note);
    }

    /** Whoever chooses one of several meanings goes on with the question that has them. */
    private List<Turn> asBefore() {
        List<Turn> before = new ArrayList<>(question.before());
        before.add(new Turn(question.text(), "", ""));
        return before;
    }

    private static String note(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Candidates candidates ->
                    "%d plans, the best with confidence %.2f"
                            .formatted(
                                    candidates.candidates().size(), candidates.best().confidence());
            case Proposal.Ask _ -> "asks back";
            case Proposal.Cannot _ -> "declines";
            case Proposal.Away(String sentence) -> sentence;
        };
    }

    /** Empty where the model may be asked and would answer. */
    private String modelAway() {
        if (!ground.access().names()) {
            return "No language model may be told of this connection: its owner can allow one with the connection's egress.";
        }
        Availability availability = model.availability();
        return availability.ready() ? "" : availability.sentence();
    }

    /** What the planner says, with nobody to ask beside it. */
    private Answer alone(Proposal planned, String modelAway) {
        return switch (planned) {
            case Proposal.Ask(String asked, List<String> choices) -> draft.clarify(asked, choices);
            case Proposal.Cannot(String reason, List<String> unaccounted) ->
                    draft.cannot(
                            modelAway.isEmpty()
                                    ? reason
                                    : reason + " A language model might: " + modelAway,
                            unaccounted);
            case Proposal.Away(String sentence) ->
                    draft.words(AnswerKind.FAILURE, sentence, List.of());
            case Proposal.Candidates(List<Candidate> candidates) -> ranFirst(candidates);
        };
    }

    private Answer ranFirst(List<Candidate> candidates) {
        Attempt attempt = new Attempt.Failed("");
        int round = 0;
        for (Candidate candidate : candidates) {
            if (round == ROUNDS_MAX) {
                break;
            }
            round++;
            attempt = run(candidate, round, true);
            if (attempt instanceof Attempt.Ran ran) {
                return draft.ran(ran, candidate, round, Agreement.ALONE);
            }
            if (attempt instanceof Attempt.Lost) {
                break;
            }
        }
        return draft.failed(attempt);
    }

    private Attempt run(Candidate candidate, int round, boolean live) {
        return steps.take(
                "run",
                () -> execution.run(candidate.engine(), candidate.sql(), round, live),
                attempt ->
                        attempt instanceof Attempt.Ran ran
                                ? ran.rows().size() + " rows"
                                : attempt.fault());
    }

    /** A statement that ran, and who wrote it in which round. */
    private record Done(Candidate candidate, Attempt.Ran ran, int rounds) {}

    private Answer withModel(DataQuestion asked, @Nullable Proposal planned) {
        boolean compared = planned instanceof Proposal.Candidates;
        ModelWriter writer = writer(asked);
        Proposal written = steps.take("write", writer::write, OneAnswer::note);
        List<Attempt> failures = new ArrayList<>();
        Optional<Done> done = Optional.empty();
        for (int round = 1; done.isEmpty() && round <= ROUNDS_MAX; round++) {
            if (!(written instanceof Proposal.Candidates candidates)) {
                break;
            }
            Attempt attempt = run(candidates.best(), round, !compared);
            if (attempt instanceof Attempt.Ran ran) {
                done = Optional.of(new Done(candidates.best(), ran, round));
            } else {
                failures.add(attempt);
                if (attempt instanceof Attempt.Lost || round == ROUNDS_MAX) {
                    break;
                }
                events.accept(new RunEvent.Tool("repair", attempt.fault()));
                written =
                        steps.take("repair", () -> writer.repair(attempt.fault()), OneAnswer::note);
            }
        }
        if (done.isPresent()) {
            return planned instanceof Proposal.Candidates candidates
                    ? compared(done.get(), candidates.best())
                    : modelAlone(done.get());
        }
        return withoutModel(planned, written, failures);
    }

    private ModelWriter writer(DataQuestion asked) {
        events.accept(new RunEvent.Tool("search", "Looking for tables that fit the question"));
        Finds finds =
                steps.take(
                        "retrieve",
                        () -> ground.known().find(findable(asked), FOUND_TABLES_MAX),
                        found -> found.tables().size() + " tables");
        SchemaContext context =
                ground.known()
                        .context(
                                finds,
                                model::tokens,
                                ground.access().values(),
                                settings.contextTokens());
        events.accept(
                new RunEvent.Retrieval(context.tables().stream().map(Object::toString).toList()));
        events.accept(new RunEvent.Tool("model", "Asking " + model.name()));
        return new ModelWriter(
                model,
                ground.access(),
                ground.known().edition().dialect(),
                LocalDate.now(clock).toString(),
                context.text(),
                asked.question(),
                question.before(),
                cancellation,
                piece -> events.accept(new RunEvent.Token(piece)));
    }

    /** What a follow-up is about stands in the question before it. */
    private String findable(DataQuestion asked) {
        return asked.followUp()
                ? question.before().getLast().question() + " " + asked.question()
                : asked.question();
    }

    private Answer modelAlone(Done done) {
        return draft.ran(
                done.ran(),
                draft.accounted(done.candidate(), done.ran(), done.rounds()),
                done.rounds(),
                Agreement.ALONE);
    }

    private Answer compared(Done model, Candidate planned) {
        Attempt attempt = run(planned, 1, false);
        Candidate written = draft.accounted(model.candidate(), model.ran(), model.rounds());
        if (!(attempt instanceof Attempt.Ran ran)) {
            execution.tell(written.engine(), model.ran());
            return draft.ran(model.ran(), written, model.rounds(), Agreement.ALONE);
        }
        if (SameRows.same(model.ran(), ran)) {
            execution.tell(planned.engine(), ran);
            return draft.ran(
                    ran,
                    planned.withConfidence(
                            Confidence.agreeing(planned.confidence(), written.confidence())),
                    1,
                    Agreement.AGREE);
        }
        boolean plannedIsSurer = planned.confidence() >= written.confidence();
        Candidate chosen = plannedIsSurer ? planned : written;
        Attempt.Ran rows = plannedIsSurer ? ran : model.ran();
        execution.tell(chosen.engine(), rows);
        return draft.ran(
                rows,
                chosen.withConfidence(Confidence.disagreeing(chosen.confidence())),
                plannedIsSurer ? 1 : model.rounds(),
                Agreement.DISAGREE);
    }

    /** The model did not bring it; the planner may. */
    private Answer withoutModel(
            @Nullable Proposal planned, Proposal written, List<Attempt> failures) {
        if (planned instanceof Proposal.Candidates) {
            events.accept(
                    new RunEvent.Tool(
                            "planner", "The language model did not help; our own planner answers"));
            return alone(planned, "");
        }
        return switch (written) {
            case Proposal.Ask(String asked, List<String> choices) -> draft.clarify(asked, choices);
            case Proposal.Cannot(String reason, List<String> unaccounted) ->
                    draft.cannot(reason, unaccounted);
            case Proposal.Away(String sentence) ->
                    planned == null
                            ? draft.words(AnswerKind.FAILURE, sentence, List.of())
                            : alone(planned, sentence);
            case Proposal.Candidates _ -> draft.failed(failures.getLast());
        };
    }
}
