package dev.surveyor.app.command;

import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerStep;
import dev.surveyor.query.Evidence;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an answer rests on, for people. */
final class EvidenceText {

    private static final double HIGH = 0.8;
    private static final double FAIR = 0.5;
    private static final int TEXT_CHARS_MAX = 300;
    private static final long MINUTES_PER_HOUR = 60;
    private static final long HOURS_SHOWN_MAX = 48;

    private final PrintWriter out;

    EvidenceText(PrintWriter out) {
        this.out = out;
    }

    /** One line; empty where there is nothing to rely on. */
    static Optional<String> inShort(Answer answer) {
        return answer.evidence().engine().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "(%s, confidence %s)"
                                .formatted(
                                        Printable.of(answer.evidence().engine(), TEXT_CHARS_MAX),
                                        confidence(answer.confidence())));
    }

    void print(Answer answer) {
        Evidence evidence = answer.evidence();
        if (!evidence.engine().isEmpty() || !evidence.unaccounted().isEmpty()) {
            card(answer, evidence);
        }
        steps(answer.steps());
        out.flush();
    }

    private void card(Answer answer, Evidence evidence) {
        TextTable card = new TextTable();
        line(card, "restated", evidence.readAs());
        line(card, "read as", answer.explanation());
        if (!evidence.engine().isEmpty()) {
            line(card, "engine", engine(evidence));
            line(card, "confidence", confidence(answer.confidence()));
        }
        line(card, "tables", String.join(", ", evidence.tables()));
        line(card, "joins", String.join(" AND ", evidence.joins()));
        line(
                card,
                "values",
                evidence.values().stream()
                        .map(EvidenceText::value)
                        .collect(Collectors.joining("; ")));
        line(card, "not used", String.join(", ", evidence.unaccounted()));
        line(card, "candidates", agreement(evidence));
        Instant surveyed = evidence.surveyedAt();
        if (surveyed != null) {
            line(
                    card,
                    "surveyed",
                    "%s (edition %d)"
                            .formatted(
                                    ago(Duration.between(surveyed, Instant.now())),
                                    evidence.edition()));
        }
        if (!answer.sql().isEmpty()) {
            line(card, "ran", answer.executionTimeMs() + " ms in the database");
        }
        out.println();
        out.println("Evidence");
        out.print(card);
    }

    private static void line(TextTable card, String name, String text) {
        if (!text.isEmpty()) {
            card.add(List.of(name, Printable.of(text, TEXT_CHARS_MAX)));
        }
    }

    private static String engine(Evidence evidence) {
        String rounds = evidence.rounds() > 1 ? ", at attempt " + evidence.rounds() : "";
        String cost =
                evidence.cost() > 0
                        ? String.format(Locale.ROOT, ", %,d tokens", evidence.cost())
                        : "";
        return evidence.engine() + rounds + cost;
    }

    private static String confidence(double confidence) {
        String word = confidence >= HIGH ? "high" : confidence >= FAIR ? "fair" : "low";
        return String.format(Locale.ROOT, "%s (%.2f)", word, confidence);
    }

    private static String value(Evidence.LinkedValue value) {
        return "\"%s\" is %s in %s".formatted(value.said(), value.value(), value.column());
    }

    private static String agreement(Evidence evidence) {
        return switch (evidence.agreement()) {
            case ALONE -> "";
            case AGREE -> "planner and language model came to the same rows";
            case DISAGREE -> "planner and language model came to different rows";
        };
    }

    private static String ago(Duration since) {
        if (since.toMinutes() < 1) {
            return "just now";
        }
        if (since.toMinutes() < 2 * MINUTES_PER_HOUR) {
            return since.toMinutes() + " minutes ago";
        }
        return since.toHours() < HOURS_SHOWN_MAX
                ? since.toHours() + " hours ago"
                : since.toDays() + " days ago";
    }

    private void steps(List<AnswerStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        TextTable lines = new TextTable();
        for (AnswerStep step : steps) {
            lines.add(
                    List.of(
                            step.step(),
                            String.format(Locale.ROOT, "%,8.1f ms", step.ms()),
                            Printable.of(step.note(), TEXT_CHARS_MAX)));
        }
        out.println();
        out.println("Steps");
        out.print(lines);
    }
}
