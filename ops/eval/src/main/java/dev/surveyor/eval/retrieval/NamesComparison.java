package dev.surveyor.eval.retrieval;

import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.TableFinder;
import dev.surveyor.eval.finders.NamesIndex;
import dev.surveyor.eval.finders.Way;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.terminal.Progress;
import dev.surveyor.eval.terminal.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import picocli.CommandLine;

/** Dense, lexical and fused search over names, for one embedding model after another. */
record NamesComparison(
        List<TableFinder.Searched> databases, List<Question> questions, CommandLine command) {

    /** The default model first. */
    static final List<String> MODELS =
            List.of(
                    "all-minilm-l6-v2-q",
                    "all-minilm-l6-v2",
                    "bge-small-en-v1.5-q",
                    "bge-small-en-v1.5",
                    "e5-small-v2-q",
                    "e5-small-v2");

    /** One model asked one way. */
    private record Measured(String model, Way way, RetrievalTally tally, OptionalDouble p50) {}

    ResultLine of(List<String> models) {
        List<Measured> all = new ArrayList<>();
        for (String model : models) {
            try (NamesIndex index = NamesIndex.of(databases, model)) {
                for (Way way : Way.values()) {
                    all.add(measured(index, model, way));
                }
            }
        }
        command.getOut().print(table(all));
        return result(all);
    }

    private Measured measured(NamesIndex index, String model, Way way) {
        TableFinder finder = (wording, tablesMax) -> index.find(way, wording, tablesMax);
        List<Search> searches = new ArrayList<>();
        String watching = way.title() + " with " + model;
        try (Progress progress = new Progress(command.getErr(), watching, 0, questions.size())) {
            for (Question question : questions) {
                searches.add(RetrievalMeasurement.search(finder, question));
                progress.step();
            }
        }
        long[] nanos = searches.stream().mapToLong(Search::nanos).sorted().toArray();
        return new Measured(
                model,
                way,
                RetrievalTally.of(searches),
                RetrievalMeasurement.percentile(nanos, 50));
    }

    private static Table table(List<Measured> all) {
        Table table =
                new Table(
                        "",
                        "database first",
                        "recall@" + Search.TABLES_FIRST,
                        "recall@" + Search.TABLES_MAX,
                        "all gold in top " + Search.TABLES_FIRST,
                        "p50 ms");
        for (Measured measured : all) {
            RetrievalTally tally = measured.tally();
            table.add(
                    measured.model() + " " + measured.way().title(),
                    percent(tally.databaseFirst()),
                    percent(tally.recallFirst()),
                    percent(tally.recallAll()),
                    percent(tally.allFirst()),
                    String.format(Locale.ROOT, "%.2f", measured.p50().orElse(0)));
        }
        return table;
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent()
                ? String.format(Locale.ROOT, "%.2f%%", 100 * share.getAsDouble())
                : "-";
    }

    /** The first model's fused figures by their plain names, then all by finder and model. */
    private ResultLine result(List<Measured> all) {
        Map<String, Measured> named = new LinkedHashMap<>();
        String first = all.getFirst().model();
        for (Measured measured : all) {
            if (measured.model().equals(first) && measured.way() == Way.FUSED) {
                named.put("", measured);
            }
        }
        for (Measured measured : all) {
            named.put(measured.way().title() + "_" + measured.model() + "_", measured);
        }
        ResultLine line = ResultLine.empty().with("questions", questions.size());
        for (Map.Entry<String, Measured> entry : named.entrySet()) {
            String prefix = entry.getKey();
            RetrievalTally tally = entry.getValue().tally();
            line =
                    line.withPercent(prefix + "database_first_pct", tally.databaseFirst())
                            .withPercent(prefix + "recall_5_pct", tally.recallFirst())
                            .withPercent(prefix + "recall_15_pct", tally.recallAll())
                            .withPercent(prefix + "all_gold_5_pct", tally.allFirst())
                            .withMillis(prefix + "p50_ms", entry.getValue().p50());
        }
        return line;
    }
}
