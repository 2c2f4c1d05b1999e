package dev.surveyor.query.keep;

import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerStep;
import dev.surveyor.query.Evidence;
import dev.surveyor.query.Evidence.LinkedValue;
import dev.surveyor.query.Observation;
import dev.surveyor.query.observe.Observations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a conversation keeps it.
 *
 * @param rowsLeftOut how many of its rows are not kept
 * @param masked whether marks stand in the place of personal values
 */
public record KeptAnswer(Answer answer, int rowsLeftOut, boolean masked) {

    private static final int TEXT_CHARS_MAX = 8_192;

    /** Of steps none is kept: they are for whoever asked for them. */
    private static final List<AnswerStep> STEPS = List.of();

    public static KeptAnswer of(Answer answer, Personal personal, int rowsMax, long bytesMax) {
        Answer safe = personal.isNothing() ? answer : masked(answer, personal);
        List<List<@Nullable Object>> rows = firstRows(safe.rows(), rowsMax, bytesMax);
        return new KeptAnswer(
                with(safe, rows), safe.rows().size() - rows.size(), !personal.isNothing());
    }

    /** The same under the ids by which a conversation knows it. */
    public KeptAnswer in(UUID session, UUID message) {
        return new KeptAnswer(answer.in(session, message), rowsLeftOut, masked);
    }

    private static Answer masked(Answer answer, Personal personal) {
        SqlLiterals literals = SqlLiterals.of(answer.sql());
        boolean compares = !personal.compared().isEmpty();
        Redaction redaction =
                new Redaction(values(answer, personal), compares ? literals.texts() : List.of());
        return new Answer(
                answer.sessionId(),
                answer.messageId(),
                answer.runId(),
                answer.kind(),
                redaction.of(answer.response()),
                compares ? literals.blanked() : answer.sql(),
                answer.columns(),
                answer.rows().stream().map(row -> masked(row, personal.cells())).toList(),
                answer.rowCount(),
                answer.truncated(),
                answer.executionTimeMs(),
                redaction.of(answer.explanation()),
                answer.confidence(),
                observations(answer, personal, redaction),
                answer.chart(),
                masked(answer.evidence(), personal.compared(), redaction),
                answer.suggestions().stream().map(redaction::of).toList(),
                answer.steps());
    }

    /**
     * What was observed of personal columns is not said: whoever worded it, it is made anew from
     * the others.
     */
    private static List<Observation> observations(
            Answer answer, Personal personal, Redaction redaction) {
        if (personal.cells().isEmpty()) {
            return answer.observations().stream()
                    .map(each -> new Observation(each.kind(), redaction.of(each.message())))
                    .toList();
        }
        return answer.observations().isEmpty()
                ? List.of()
                : Observations.of(
                        answer.columns(), answer.rows(), answer.truncated(), personal.cells());
    }

    private static List<@Nullable Object> values(Answer answer, Personal personal) {
        List<@Nullable Object> values = new ArrayList<>();
        for (List<@Nullable Object> row : answer.rows()) {
            personal.cells().stream()
                    .filter(cell -> cell < row.size())
                    .forEach(cell -> values.add(row.get(cell)));
        }
        for (LinkedValue linked : answer.evidence().values()) {
            if (personal.compared().contains(linked.column())) {
                values.add(linked.said());
                values.add(linked.value());
            }
        }
        return values;
    }

    private static List<@Nullable Object> masked(List<@Nullable Object> row, Set<Integer> cells) {
        List<@Nullable Object> masked = new ArrayList<>(row);
        for (int cell : cells) {
            if (cell < masked.size() && masked.get(cell) != null) {
                masked.set(cell, Redaction.MARK);
            }
        }
        return Collections.unmodifiableList(masked);
    }

    private static Evidence masked(Evidence evidence, Set<String> compared, Redaction redaction) {
        return new Evidence(
                evidence.engine(),
                evidence.tables(),
                evidence.joins(),
                evidence.values().stream()
                        .map(linked ->
                                compared.contains(linked.column())
                                        ? new LinkedValue(
                                                Redaction.MARK, linked.column(), Redaction.MARK)
                                        : linked)
                        .toList(),
                evidence.unaccounted(),
                evidence.edition(),
                evidence.surveyedAt(),
                evidence.cost(),
                evidence.rounds(),
                evidence.agreement(),
                redaction.of(evidence.readAs()));
    }

    private static List<List<@Nullable Object>> firstRows(
            List<List<@Nullable Object>> rows, int rowsMax, long bytesMax) {
        long bytes = 0;
        int kept = 0;
        while (kept < Math.min(rows.size(), rowsMax)) {
            bytes += AnswerText.bytes(rows.get(kept));
            if (bytes > bytesMax) {
                break;
            }
            kept++;
        }
        return rows.subList(0, kept);
    }

    private static Answer with(Answer answer, List<List<@Nullable Object>> rows) {
        return new Answer(
                answer.sessionId(),
                answer.messageId(),
                answer.runId(),
                answer.kind(),
                Wording.atMost(TEXT_CHARS_MAX, answer.response()),
                answer.sql(),
                answer.columns(),
                rows,
                answer.rowCount(),
                answer.truncated(),
                answer.executionTimeMs(),
                Wording.atMost(TEXT_CHARS_MAX, answer.explanation()),
                answer.confidence(),
                answer.observations(),
                answer.chart(),
                answer.evidence(),
                answer.suggestions(),
                STEPS);
    }
}
