package dev.surveyor.eval.retrieval;

import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.TableFinder;
import dev.surveyor.eval.finders.SurveyorFinder;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.terminal.Progress;
import dev.surveyor.query.retrieve.ConnectionFeature;
import dev.surveyor.query.retrieve.Features;
import dev.surveyor.query.retrieve.TableFeature;
import dev.surveyor.query.retrieve.TableSearch;
import dev.surveyor.query.retrieve.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/**
 * Fits how much each feature says: for connections, which one of all is meant; for tables, each
 * within its connection. Every question is read twice, as it stands and with some of its words made
 * strange, as if whoever asks called things otherwise than the database does: else all weight would
 * go to words that are the same.
 */
record WeightFit(
        List<TableFinder.Searched> databases,
        List<Question> questions,
        long seed,
        CommandLine command) {

    private static final double STRANGE_SHARE = 0.5;

    /** How much a question with strange words counts beside one as it stands. */
    private static final double STRANGE_WEIGHT = 0.5;

    private static final Weights NONE = new Weights(Map.of(), Map.of(), 0);

    ResultLine into(Path file) {
        if (questions.isEmpty()) {
            throw new EvaluationException("There are no questions to fit the weights to.");
        }
        ConnectionFit connections = new ConnectionFit();
        TableFit tables = new TableFit();
        try (SurveyorFinder finder =
                SurveyorFinder.open(databases, EmbeddingSettings.DEFAULT_MODEL, NONE)) {
            collect(finder, connections, tables);
        }
        double[] ofTables = tables.weights();
        Weights weights =
                new Weights(
                        named(ConnectionFeature.values(), connections.weights()),
                        named(TableFeature.values(), ofTables),
                        -ofTables[TableFeature.values().length]);
        try {
            Files.writeString(
                    file,
                    "# Fitted by eval retrieval --split fit --fit, seed "
                            + seed
                            + "\n"
                            + weights.lines());
        } catch (IOException e) {
            throw new EvaluationException("Cannot write " + file + ": " + e + ".", e);
        }
        command.getOut().print(weights.lines());
        return ResultLine.empty()
                .with("questions", questions.size())
                .with("weights", ConnectionFeature.values().length + ofTables.length);
    }

    private static <F> Map<F, Double> named(F[] features, double[] weights) {
        Map<F, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < features.length; i++) {
            named.put(features[i], weights[i]);
        }
        return named;
    }

    private void collect(SurveyorFinder finder, ConnectionFit connections, TableFit tables) {
        Random random = new Random(seed);
        try (Progress progress = new Progress(command.getErr(), "read", 0, questions.size())) {
            for (Question question : questions) {
                for (Set<String> strange : List.of(Set.<String>of(), strange(question, random))) {
                    double weight = strange.isEmpty() ? 1 : STRANGE_WEIGHT;
                    Features features = finder.features(question.wording(), strange);
                    connections.add(finder, features, question, weight);
                    tables.add(finder, features, question, weight);
                }
                progress.step();
            }
        }
    }

    /** Some of the words that the question shares with the names of its database. */
    private Set<String> strange(Question question, Random random) {
        Set<String> names = new HashSet<>();
        databases.stream()
                .filter(database -> database.database().equals(question.database()))
                .flatMap(database -> database.schema().tables().stream())
                .forEach(table -> {
                    names.addAll(TableSearch.stems(table.name()));
                    table.columns().forEach(each -> names.addAll(TableSearch.stems(each.name())));
                });
        Set<String> shared = new TreeSet<>(TableSearch.stems(question.wording()));
        shared.retainAll(names);
        List<String> chosen = new ArrayList<>();
        for (String stem : shared) {
            if (random.nextDouble() < STRANGE_SHARE) {
                chosen.add(stem);
            }
        }
        return Set.copyOf(chosen);
    }
}
