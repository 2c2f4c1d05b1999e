package dev.surveyor.eval.retrieval;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Schema;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions that retrieval can be measured on. */
final class GoldTables {

    private GoldTables() {}

    /**
     * Those that name their gold tables.
     *
     * @throws EvaluationException where there are no schemas, no such questions, or a gold table
     *     that is not in its schema
     */
    static List<Question> questionsIn(QuestionSet set) {
        if (set.schemas().isEmpty()) {
            throw new EvaluationException(
                    "There are no tables to find: retrieval needs the schemas of --spider DIR.");
        }
        List<Question> questions =
                set.questions().stream().filter(question -> !question.tables().isEmpty()).toList();
        if (questions.isEmpty() && !set.questions().isEmpty()) {
            throw new EvaluationException(
                    "No question names the tables of its gold: retrieval needs the field"
                            + " \"gold_tables\" in the questions file.");
        }
        questions.forEach(question ->
                check(question, set.schemas().getOrDefault(question.database(), Schema.UNKNOWN)));
        return questions;
    }

    private static void check(Question question, Schema schema) {
        Set<String> known =
                schema.tables().stream()
                        .map(table -> Search.folded(table.name()))
                        .collect(Collectors.toSet());
        for (String table : question.tables()) {
            if (!known.contains(Search.folded(table))) {
                throw new EvaluationException(
                        "Question \""
                                + question.id()
                                + "\", field \"gold_tables\": there is no table \""
                                + table
                                + "\" in "
                                + question.database()
                                + ".");
            }
        }
    }
}
