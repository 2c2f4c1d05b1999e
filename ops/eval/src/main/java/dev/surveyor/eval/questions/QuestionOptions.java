package dev.surveyor.eval.questions;

import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Schema;
import dev.surveyor.eval.databases.Databases;
import dev.surveyor.eval.databases.FileHash;
import dev.surveyor.eval.databases.ScratchPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which questions, shared by the measurements that ask some. */
public final class QuestionOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--spider",
            paramLabel = "DIR",
            description =
                    "A folder in Spider's form: tables.json, a .jsonl of questions,"
                            + " database/<id>/<id>.sqlite, and pg/<id>.sql for --on postgres.")
    private @Nullable Path spider;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description =
                    "One question per line. With --spider the folder's only .jsonl where it is left"
                            + " out; without --spider a file in our own form (ops/eval/README.md).")
    private @Nullable Path questions;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            defaultValue = "question",
            description = "The field that holds the wording (default: ${DEFAULT-VALUE}).")
    private String field = "question";

    @Option(
            names = "--on",
            paramLabel = "DIALECT",
            defaultValue = "sqlite",
            description = "Where answers run: sqlite or postgres (default: ${DEFAULT-VALUE}).")
    private Dialect on = Dialect.SQLITE;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description =
                    "JDBC address of a scratch database, for --on postgres: each pg/<id>.sql is loaded"
                            + " there into a schema of its own when it is first used (default: a"
                            + " server of our own, kept in eval-results/postgres).")
    private @Nullable String postgres;

    @Option(
            names = "--connection",
            paramLabel = "NAME=URL",
            description = "Where a connection of a file in our own form is; may be repeated.")
    private Map<String, String> connections = new LinkedHashMap<>();

    @Option(
            names = "--split",
            paramLabel = "PART",
            defaultValue = "all",
            description =
                    "Questions of this part's databases: fit, calibrate, report or all (default:"
                            + " ${DEFAULT-VALUE}).")
    private Split split = Split.ALL;

    /**
     * Reads the questions.
     *
     * @throws EvaluationException where a file is missing or wrong
     * @throws ParameterException where the options do not fit together
     */
    public QuestionSet load() {
        return spider == null ? plain() : spider(spider);
    }

    public Dialect dialect() {
        return on;
    }

    private QuestionSet spider(Path folder) {
        Path tables = folder.resolve("tables.json");
        if (!Files.isRegularFile(tables)) {
            throw new EvaluationException(
                    folder
                            + " is no folder in Spider's form: there is no tables.json in it."
                            + " It holds tables.json, one .jsonl of questions and"
                            + " database/<id>/<id>.sqlite.");
        }
        Map<String, Schema> schemas = SpiderTables.read(tables);
        Path file = questions == null ? onlyQuestionsFile(folder) : questions;
        return new QuestionSet(
                name(folder),
                read(file, new SpiderQuestions(schemas.keySet(), field)),
                schemas,
                answerDatabases(folder),
                Databases.spiderFiles(folder),
                identity(file));
    }

    private Databases answerDatabases(Path folder) {
        return switch (on) {
            case SQLITE -> Databases.spiderFiles(folder);
            case POSTGRES ->
                    Databases.spiderScripts(
                            folder,
                            postgres == null
                                    ? ScratchPostgres.start(ScratchPostgres.FOLDER).url()
                                    : postgres);
        };
    }

    private QuestionSet plain() {
        if (questions == null) {
            throw wrong("Say which questions: --spider DIR or --questions FILE.");
        }
        Databases named = Databases.named(connections);
        return new QuestionSet(
                name(questions),
                read(questions, new PlainQuestions(field)),
                Map.of(),
                named,
                named,
                identity(questions));
    }

    private List<Question> read(Path file, QuestionForm form) {
        QuestionReader reader = new QuestionReader(form);
        JsonFiles.readLines(file, reader);
        return reader.questions().stream()
                .filter(question -> split.holds(question.database()))
                .toList();
    }

    private static Path onlyQuestionsFile(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".jsonl")).toList();
            if (found.size() != 1) {
                throw new EvaluationException(
                        folder
                                + " holds "
                                + found.size()
                                + " .jsonl files: say which with --questions FILE.");
            }
            return found.getFirst();
        } catch (IOException e) {
            throw new EvaluationException("Cannot list " + folder + ": " + e + ".", e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName())
                .replaceFirst("\\.jsonl$", "");
    }

    private Map<String, String> identity(Path file) {
        try {
            return Map.of(
                    "questions", String.valueOf(file.getFileName()),
                    "questions_sha256", FileHash.sha256(file),
                    "field", field,
                    "on", on.name().toLowerCase(Locale.ROOT),
                    "split", split.name().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new EvaluationException("Cannot read " + file + ": " + e + ".", e);
        }
    }

    private ParameterException wrong(String message) {
        if (command == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(command.commandLine(), message);
    }
}
