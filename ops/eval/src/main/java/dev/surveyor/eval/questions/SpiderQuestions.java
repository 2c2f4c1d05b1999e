package dev.surveyor.eval.questions;

import dev.surveyor.eval.equality.Rows;
import dev.surveyor.eval.questions.Question.Expectation;
import dev.surveyor.eval.questions.Question.Gold;
import dev.surveyor.eval.sqlshape.Hardness;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions in Spider's form, one JSON object per line. */
final class SpiderQuestions implements QuestionForm {

    private final Set<String> databases;
    private final String wordingField;

    SpiderQuestions(Set<String> databases, String wordingField) {
        this.databases = databases;
        this.wordingField = wordingField;
    }

    @Override
    public Question read(Fields fields) {
        String database = fields.text("db_id");
        if (!databases.contains(database)) {
            throw fields.bad("db_id", "\"" + database + "\" is not in tables.json");
        }
        return new Question(
                fields.text("id"),
                database,
                fields.text(wordingField),
                Expectation.ANSWER,
                gold(fields),
                hardness(fields),
                fields.optionalTexts("gold_tables"));
    }

    private static Gold gold(Fields fields) {
        List<List<@Nullable Object>> rows = fields.optionalRows("gold");
        return new Gold(
                fields.text("query"),
                fields.optionalText("query_pg"),
                rows == null ? null : Rows.of(rows),
                fields.optionalBoolean("ordered"),
                executable(fields),
                "same".equals(fields.optionalText("pg")));
    }

    /** Whoever made the file ran the gold: ok and empty gave a result, whatever else did not. */
    private static boolean executable(Fields fields) {
        String execution = fields.optionalText("exec");
        return execution == null || execution.equals("ok") || execution.equals("empty");
    }

    private static @Nullable Hardness hardness(Fields fields) {
        String word = fields.optionalText("hardness");
        if (word == null) {
            return null;
        }
        return Hardness.ofWord(word)
                .orElseThrow(() ->
                        fields.bad(
                                "hardness", "must be easy, medium, hard or extra, but is " + word));
    }
}
