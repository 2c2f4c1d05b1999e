package dev.surveyor.query.agent;

import dev.surveyor.catalog.Insight;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.Evidence;
import dev.surveyor.query.Evidence.Agreement;
import dev.surveyor.query.Observation;
import dev.surveyor.query.Question;
import dev.surveyor.query.generate.Candidate;
import dev.surveyor.query.generate.ModelUnaccounted;
import dev.surveyor.query.generate.PlainWords;
import dev.surveyor.query.observe.Charts;
import dev.surveyor.query.observe.Observations;
import java.util.List;

/** Puts answers together from what was found. For one thread. */
final class Draft {

    private final Question question;
    private final Ground ground;
    private final Steps steps;
    private String readAs = "";

    Draft(Question question, Ground ground, Steps steps) {
        this.question = question;
        this.ground = ground;
        this.steps = steps;
    }

    /** A language model restated the question. */
    void readAs(String restated) {
        readAs = restated;
    }

    Answer words(AnswerKind kind, String response, List<String> suggestions) {
        return answer(kind, response, evidence(List.of(), List.of()), suggestions);
    }

    Answer clarify(String asked, List<String> choices) {
        return words(AnswerKind.CLARIFICATION, asked, choices);
    }

    Answer cannot(String reason, List<String> unaccounted) {
        return answer(
                AnswerKind.REFUSAL,
                reason,
                evidence(List.of(), unaccounted),
                AboutTables.questionsOfTheLargest(ground.known().insights()));
    }

    Answer failed(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Refused refused ->
                    words(
                            AnswerKind.REFUSAL,
                            "No statement was found for this question that may run here: "
                                    + refused.fault(),
                            List.of());
            case Attempt.Failed(String message) ->
                    words(
                            AnswerKind.FAILURE,
                            "No statement was found for this question that the database can run: "
                                    + message,
                            List.of());
            case Attempt.Lost(String message) -> words(AnswerKind.FAILURE, message, List.of());
            case Attempt.Ran _ -> throw new IllegalArgumentException("it ran");
        };
    }

    Answer about(AboutTables.Told told) {
        return new Answer(
                question.sessionId(),
                null,
                question.runId(),
                told.tables().isEmpty() ? AnswerKind.REFUSAL : AnswerKind.ANSWER,
                PlainWords.of(told.response()),
                "",
                told.columns(),
                told.rows(),
                told.rows().size(),
                told.truncated(),
                0,
                "",
                1,
                List.of(),
                null,
                evidence(
                        "edition",
                        told.tables(),
                        told.joins(),
                        List.of(),
                        List.of(),
                        0,
                        Agreement.ALONE),
                plain(told.suggestions()),
                steps.all());
    }

    /** A model's statement with what it leaves out of the question, and how sure that makes. */
    Candidate accounted(Candidate written, Attempt.Ran ran, int rounds) {
        List<Insight> read =
                ran.tables().stream()
                        .flatMap(name -> ground.known().printed(name).stream())
                        .flatMap(name -> ground.known().insight(name).stream())
                        .toList();
        return ModelUnaccounted.in(written, question.text(), read, rounds);
    }

    Answer ran(Attempt.Ran ran, Candidate candidate, int rounds, Agreement agreement) {
        return new Answer(
                question.sessionId(),
                null,
                question.runId(),
                AnswerKind.ANSWER,
                PlainWords.of(response(ran, candidate, agreement)),
                ran.sql(),
                ran.columns(),
                ran.rows(),
                ran.rows().size(),
                ran.truncated(),
                ran.ms(),
                PlainWords.of(candidate.explanation()),
                candidate.confidence(),
                observations(ran),
                Charts.of(ran.columns(), ran.rows()),
                evidence(
                        candidate.engine(),
                        ran.tables().stream().sorted().toList(),
                        candidate.joins(),
                        candidate.values(),
                        candidate.unaccounted(),
                        rounds,
                        agreement),
                List.of(),
                steps.all());
    }

    /** Names and values of the database stand in what is said. */
    private static List<Observation> observations(Attempt.Ran ran) {
        return Observations.of(ran.columns(), ran.rows(), ran.truncated()).stream()
                .map(each -> new Observation(each.kind(), PlainWords.of(each.message())))
                .toList();
    }

    private static List<String> plain(List<String> texts) {
        return texts.stream().map(PlainWords::of).toList();
    }

    private static String response(Attempt.Ran ran, Candidate candidate, Agreement agreement) {
        StringBuilder response = new StringBuilder(Responses.of(ran));
        if (!candidate.unaccounted().isEmpty()) {
            response.append(" Not taken into account: ")
                    .append(String.join(", ", candidate.unaccounted()))
                    .append('.');
        }
        if (agreement == Agreement.DISAGREE) {
            response.append(
                    " Planner and language model came to different results: look at the SQL before you rely on this.");
        }
        return response.toString();
    }

    private Answer answer(
            AnswerKind kind, String response, Evidence evidence, List<String> suggestions) {
        return new Answer(
                question.sessionId(),
                null,
                question.runId(),
                kind,
                PlainWords.of(response),
                "",
                List.of(),
                List.of(),
                0,
                false,
                0,
                "",
                0,
                List.of(),
                null,
                evidence,
                plain(suggestions),
                steps.all());
    }

    private Evidence evidence(List<String> tables, List<String> unaccounted) {
        return evidence("", tables, List.of(), List.of(), unaccounted, 0, Agreement.ALONE);
    }

    private Evidence evidence(
            String engine,
            List<String> tables,
            List<String> joins,
            List<Evidence.LinkedValue> values,
            List<String> unaccounted,
            int rounds,
            Agreement agreement) {
        return new Evidence(
                engine,
                tables,
                joins,
                values,
                unaccounted,
                ground.known().edition().number(),
                ground.known().edition().surveyed(),
                ground.access().budget().spent(),
                rounds,
                agreement,
                readAs);
    }
}
