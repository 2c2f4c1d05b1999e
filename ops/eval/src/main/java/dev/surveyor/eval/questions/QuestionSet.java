package dev.surveyor.eval.questions;

import dev.surveyor.eval.Schema;
import dev.surveyor.eval.Task;
import dev.surveyor.eval.databases.Databases;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Questions with the databases they are about.
 *
 * @param name short, for folders and tables
 * @param databases where answers run
 * @param goldDatabases where golds run whose rows the file does not hold
 * @param identity what tells these questions from others: two runs over the same are comparable
 */
public record QuestionSet(
        String name,
        List<Question> questions,
        Map<String, Schema> schemas,
        Databases databases,
        Databases goldDatabases,
        Map<String, String> identity) {

    public QuestionSet {
        Objects.requireNonNull(name, "name");
        questions = List.copyOf(questions);
        schemas = Map.copyOf(schemas);
        Objects.requireNonNull(databases, "databases");
        Objects.requireNonNull(goldDatabases, "goldDatabases");
        identity = Map.copyOf(identity);
    }

    /** What an engine may see of a question. */
    public Task task(Question question) {
        return new Task(
                question.id(),
                question.database(),
                schemas.getOrDefault(question.database(), Schema.UNKNOWN),
                databases.access(question.database()),
                question.wording(),
                question.before());
    }
}
