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
import dev.surveyor.query.retrieve.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * Fits how much each feature says: for connections, which one of all is meant; for tables, each
 * within its connection. Both losses are convex and nothing is drawn: the same questions give the
 * same weights.
 */
record WeightFit(
        List<TableFinder.Searched> databases, List<Question> questions, CommandLine command) {

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
                    file, "# Fitted by eval retrieval --split fit --fit\n" + weights.lines());
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
        try (Progress progress = new Progress(command.getErr(), "read", 0, questions.size())) {
            for (Question question : questions) {
                Features features = finder.features(question.wording());
                connections.add(finder, features, question);
                tables.add(finder, features, question);
                progress.step();
            }
        }
    }
}
