package dev.surveyor.eval.retrieval;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Measurement;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.TableFinder;
import dev.surveyor.eval.TableFinderProvider;
import dev.surveyor.eval.ask.RunFolder;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionOptions;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.terminal.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has a finder rank tables for all questions and reports how many of the gold's it found. */
@Command(
        name = "retrieval",
        header = "Finds the tables that each question is about, among those of all databases.",
        description =
                "%nAll databases of tables.json are searched together, also those known by their"
                        + " schema alone, whichever --split is asked. Questions need gold_tables.%n",
        footer = {
            "",
            "Examples:",
            "  surveyor eval retrieval --spider DIR --split report",
            "  surveyor eval retrieval --spider DIR --split fit --fit weights.properties",
            "",
            "RESULT: table_recall5, table_recall15: gold tables among the first, averaged over"
                    + " questions; all5: questions with all of them among the first 5 (that is what"
                    + " eval compare calls right); db1, db3: questions whose database is first, among"
                    + " the first 3; all in percent. bm25_…: the same of plain BM25 over names."
        })
public final class RetrievalMeasurement implements Measurement {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final QuestionOptions questionOptions = new QuestionOptions();

    @Option(
            names = "--finder",
            paramLabel = "NAME",
            defaultValue = "surveyor",
            description =
                    "Who finds: surveyor (as the product does), words (plain BM25 over names), or"
                            + " another finder on the class path (default: ${DEFAULT-VALUE}).")
    private String finder = "surveyor";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "An option of the finder's own; may be repeated.")
    private final Map<String, String> finderOptions = new LinkedHashMap<>();

    @Option(
            names = "--fit",
            paramLabel = "FILE",
            description =
                    "Instead of measuring, fits the weights of finding to the questions of --split fit"
                            + " and writes them to this file.")
    private @Nullable Path fit;

    @Option(
            names = "--document",
            paramLabel = "KIND",
            description =
                    "names: instead of one --finder, compares dense, lexical and fused search over"
                            + " documents that are made of names, for each --model.")
    private @Nullable DocumentKind document;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Embedding models that --document compares; the first one's fused figures have"
                            + " the plain names (default: all there are, ours first).")
    private List<String> models = NamesComparison.MODELS;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where records and summary go (default: a folder under eval-results, named after"
                            + " the finder, the questions, the dialect and the split).")
    private @Nullable Path out;

    @Option(names = "--restart", description = "Forgets a run of another kind in the folder.")
    private boolean restart;

    @Override
    public ResultLine call() {
        CommandSpec command = Objects.requireNonNull(spec);
        QuestionSet set = questionOptions.load();
        List<Question> questions = GoldTables.questionsIn(set);
        if (document != null) {
            return new NamesComparison(searched(set), questions, command.commandLine()).of(models);
        }
        if (fit != null) {
            return fitted(command, set, questions, fit);
        }
        TableFinderProvider provider = provider(command);
        try (RunFolder folder = RunFolder.open(folder(set), configuration(set), restart);
                TableFinder opened = provider.open(searched(set), Map.copyOf(finderOptions))) {
            folder.forget();
            List<Search> searches =
                    searchAll(opened, questions, folder, command.commandLine().getErr());
            RetrievalSummary summary =
                    RetrievalSummary.of(searches, set.questions().size() - questions.size());
            folder.writeSummary(summary);
            RetrievalTally reference = RetrievalTally.of(byWords(set, questions));
            command.commandLine().getOut().print(summary.table(finder, reference));
            return result(summary.all(), reference, searches);
        }
    }

    /** The reference, over the same questions and tables. */
    private static List<Search> byWords(QuestionSet set, List<Question> questions) {
        WordsFinder words = new WordsFinder(searched(set));
        return questions.stream().map(question -> search(words, question)).toList();
    }

    private ResultLine fitted(
            CommandSpec command, QuestionSet set, List<Question> questions, Path file) {
        if (!"fit".equals(set.identity().get("split"))) {
            throw new ParameterException(
                    command.commandLine(),
                    "Weights are fitted to one part of the questions, so that others can be measured:"
                            + " say --split fit.");
        }
        return new WeightFit(searched(set), questions, command.commandLine()).into(file);
    }

    private static List<Search> searchAll(
            TableFinder finder, List<Question> questions, RunFolder folder, PrintWriter err) {
        List<Search> searches = new ArrayList<>();
        try (Progress progress = new Progress(err, "searched", 0, questions.size())) {
            for (Question question : questions) {
                Search search = search(finder, question);
                folder.add(search.score());
                searches.add(search);
                progress.step();
            }
        }
        return searches;
    }

    static Search search(TableFinder finder, Question question) {
        long start = System.nanoTime();
        try {
            List<TableFinder.Found> found = finder.find(question.wording(), Search.TABLES_ASKED);
            long nanos = System.nanoTime() - start;
            return Search.of(question, Objects.requireNonNull(found), null, nanos);
        } catch (EvaluationException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvaluationException("The run was interrupted.", e);
        } catch (Exception e) {
            return Search.of(question, List.of(), e.toString(), System.nanoTime() - start);
        }
    }

    /** What {@code --document} can say. */
    enum DocumentKind {
        NAMES
    }

    private static ResultLine result(
            RetrievalTally all, RetrievalTally reference, List<Search> searches) {
        long[] nanos = searches.stream().mapToLong(Search::nanos).sorted().toArray();
        return figures(
                figures(ResultLine.empty().with("questions", all.questions()), "", all)
                        .withMillis("retrieve_p50_ms", percentile(nanos, 50))
                        .withMillis("retrieve_p95_ms", percentile(nanos, 95)),
                "bm25_",
                reference);
    }

    private static ResultLine figures(ResultLine line, String prefix, RetrievalTally tally) {
        return line.withPercent(prefix + "table_recall5", tally.recallFirst())
                .withPercent(prefix + "table_recall15", tally.recallAll())
                .withPercent(prefix + "all5", tally.allFirst())
                .withPercent(prefix + "db1", tally.databaseFirst())
                .withPercent(prefix + "db3", tally.databaseEarly());
    }

    /** The shortest time in milliseconds that so many percent of the questions did not exceed. */
    static OptionalDouble percentile(long[] sortedNanos, int percent) {
        return sortedNanos.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        sortedNanos[(sortedNanos.length * percent + 99) / 100 - 1] / 1e6);
    }

    /** In the order of their names, so that equal scores come out the same in each run. */
    private static List<TableFinder.Searched> searched(QuestionSet set) {
        return set.schemas().keySet().stream()
                .sorted()
                .map(database ->
                        new TableFinder.Searched(
                                database,
                                Objects.requireNonNull(set.schemas().get(database)),
                                set.databases().access(database)))
                .toList();
    }

    private Path folder(QuestionSet set) {
        if (out != null) {
            return out;
        }
        Map<String, String> identity = set.identity();
        return Path.of(
                "eval-results",
                String.join(
                        "-",
                        "retrieval",
                        finder,
                        set.name(),
                        identity.get("on"),
                        identity.get("split")));
    }

    private Map<String, String> configuration(QuestionSet set) {
        Map<String, String> configuration = new LinkedHashMap<>(set.identity());
        configuration.put("finder", finder);
        finderOptions.forEach((name, value) -> configuration.put("set." + name, value));
        return configuration;
    }

    private TableFinderProvider provider(CommandSpec command) {
        List<String> names = new ArrayList<>();
        for (TableFinderProvider provider : ServiceLoader.load(TableFinderProvider.class)) {
            if (provider.name().equals(finder)) {
                return provider;
            }
            names.add(provider.name());
        }
        throw new ParameterException(
                command.commandLine(),
                "There is no finder \""
                        + finder
                        + "\"; there are: "
                        + String.join(", ", names)
                        + ".");
    }
}
