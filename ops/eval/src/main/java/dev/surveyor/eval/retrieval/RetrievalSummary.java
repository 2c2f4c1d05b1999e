package dev.surveyor.eval.retrieval;

import dev.surveyor.eval.questions.Split;
import dev.surveyor.eval.terminal.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a run came to, without times: the same run ends in the same bytes.
 *
 * @param noGold questions that name no gold tables
 */
record RetrievalSummary(RetrievalTally all, Map<String, RetrievalTally> splits, int noGold) {

    static RetrievalSummary of(List<Search> searches, int noGold) {
        Map<String, RetrievalTally> splits = new LinkedHashMap<>();
        for (Split split : List.of(Split.FIT, Split.CALIBRATE, Split.REPORT)) {
            List<Search> part =
                    searches.stream()
                            .filter(search -> split.holds(search.question().database()))
                            .toList();
            if (!part.isEmpty()) {
                splits.put(split.name().toLowerCase(Locale.ROOT), RetrievalTally.of(part));
            }
        }
        return new RetrievalSummary(RetrievalTally.of(searches), splits, noGold);
    }

    /** A line for each way of finding, and for each part of the questions. */
    String table(String name, RetrievalTally reference) {
        Table table =
                new Table(
                        "",
                        "questions",
                        "database first",
                        "in first " + RetrievalTally.DATABASES_EARLY,
                        "recall@" + Search.TABLES_FIRST,
                        "recall@" + Search.TABLES_MAX,
                        "all gold in top " + Search.TABLES_FIRST,
                        "failed");
        add(table, name, all);
        add(table, "plain BM25", reference);
        table.gap();
        splits.forEach((split, tally) -> add(table, split, tally));
        return table + "not asked, no gold_tables: " + noGold + "\n";
    }

    private static void add(Table table, String name, RetrievalTally tally) {
        table.add(
                name,
                Integer.toString(tally.questions()),
                percent(tally.databaseFirst()),
                percent(tally.databaseEarly()),
                percent(tally.recallFirst()),
                percent(tally.recallAll()),
                percent(tally.allFirst()),
                Integer.toString(tally.failed()));
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent()
                ? String.format(Locale.ROOT, "%.2f%%", 100 * share.getAsDouble())
                : "-";
    }
}
