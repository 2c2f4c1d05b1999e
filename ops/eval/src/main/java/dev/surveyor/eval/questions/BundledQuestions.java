package dev.surveyor.eval.questions;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.databases.Databases;
import dev.surveyor.eval.databases.FileHash;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Questions in our own form that come with the evaluation, all about one database.
 *
 * @param name what their file and their connection are called
 * @param sha256 of the file
 */
public record BundledQuestions(String name, List<Question> questions, String sha256) {

    public BundledQuestions {
        questions = List.copyOf(questions);
    }

    /**
     * Reads {@code <name>.jsonl} beside a class.
     *
     * @throws EvaluationException where it is missing or wrong
     */
    public static BundledQuestions beside(Class<?> owner, String name) {
        String file = name + ".jsonl";
        try (InputStream resource = owner.getResourceAsStream(file)) {
            if (resource == null) {
                throw new EvaluationException(
                        "There is no " + file + " among the classes: build anew.");
            }
            byte[] bytes = resource.readAllBytes();
            QuestionReader reader = new QuestionReader(new PlainQuestions("question"));
            JsonFiles.readLines(
                    file,
                    new BufferedReader(new StringReader(new String(bytes, StandardCharsets.UTF_8))),
                    reader);
            return new BundledQuestions(
                    name, reader.questions(), FileHash.sha256(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new EvaluationException("Cannot read " + file + ": " + e + ".", e);
        }
    }

    /** The questions with the database they are about; it holds the golds as well. */
    public QuestionSet on(Access access) {
        Databases database = wanted -> wanted.equals(name) ? access : null;
        return new QuestionSet(
                name,
                questions,
                Map.of(),
                database,
                database,
                Map.of(
                        "questions",
                        name + ".jsonl",
                        "questions_sha256",
                        sha256,
                        "on",
                        access.dialect().name().toLowerCase(Locale.ROOT),
                        "split",
                        "all"));
    }
}
