package dev.surveyor.eval.questions;

import dev.surveyor.eval.equality.Rows;
import dev.surveyor.eval.questions.Question.Expectation;
import dev.surveyor.eval.questions.Question.Gold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions in our own form, one JSON object per line: {@code id}, {@code connection}, {@code
 * question}, {@code expect} (answer or decline, answer where it is left out), {@code sql} or {@code
 * rows} or both, {@code ordered}, {@code after}.
 */
final class PlainQuestions implements QuestionForm {

    private final String wordingField;

    PlainQuestions(String wordingField) {
        this.wordingField = wordingField;
    }

    @Override
    public Question read(Fields fields) {
        Expectation expectation = expectation(fields);
        List<List<@Nullable Object>> rows = fields.optionalRows("rows");
        String sql = fields.optionalText("sql");
        if (expectation == Expectation.ANSWER && rows == null && sql == null) {
            throw fields.bad("sql", "is missing, and there are no \"rows\" to compare with either");
        }
        return new Question(
                fields.text("id"),
                fields.text("connection"),
                fields.text(wordingField),
                expectation,
                new Gold(
                        sql,
                        null,
                        rows == null ? null : Rows.of(rows),
                        fields.optionalBoolean("ordered"),
                        true),
                null,
                List.of(),
                before(fields));
    }

    /** One question, or several with " / " between them. */
    private static List<String> before(Fields fields) {
        String before = fields.optionalText("after");
        return before == null ? List.of() : List.of(before.split(" / ", -1));
    }

    private static Expectation expectation(Fields fields) {
        String word = fields.optionalText("expect");
        return switch (word == null ? "answer" : word) {
            case "answer" -> Expectation.ANSWER;
            case "decline" -> Expectation.DECLINE;
            default -> throw fields.bad("expect", "must be answer or decline, but is " + word);
        };
    }
}
