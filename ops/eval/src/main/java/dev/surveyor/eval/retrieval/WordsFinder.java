package dev.surveyor.eval.retrieval;

import dev.surveyor.eval.Schema;
import dev.surveyor.eval.TableFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reference: BM25 over the words of names. A table's document is its database's name, its own
 * and its columns', all weighing the same. What is measured should do better.
 */
final class WordsFinder implements TableFinder {

    /** How soon a word that comes again adds nothing more, and how much long documents lose. */
    private static final double SATURATION = 1.2;

    private static final double LENGTH_WEIGHT = 0.75;

    private final List<Document> documents = new ArrayList<>();

    /** What a word adds to the score of each document that holds it. */
    private final Map<String, List<Posting>> postings = new HashMap<>();

    WordsFinder(List<Searched> databases) {
        for (Searched searched : databases) {
            for (Schema.Table table : searched.schema().tables()) {
                if (!isSqlitesOwn(table)) {
                    documents.add(new Document(searched.database(), table));
                }
            }
        }
        index();
    }

    private static boolean isSqlitesOwn(Schema.Table table) {
        return table.name().toLowerCase(Locale.ROOT).startsWith("sqlite_");
    }

    private void index() {
        double lengthMean = documents.stream().mapToInt(Document::length).average().orElse(1);
        Map<String, Integer> documentsWith = new HashMap<>();
        for (Document document : documents) {
            document.counts().keySet().forEach(word -> documentsWith.merge(word, 1, Integer::sum));
        }
        for (int i = 0; i < documents.size(); i++) {
            int at = i;
            Document document = documents.get(i);
            double damping =
                    SATURATION
                            * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * document.length() / lengthMean);
            document.counts()
                    .forEach((word, count) -> {
                        double weight =
                                rarity(documentsWith.getOrDefault(word, 0))
                                        * (count * (SATURATION + 1) / (count + damping));
                        postings.computeIfAbsent(word, none -> new ArrayList<>())
                                .add(new Posting(at, weight));
                    });
        }
    }

    private double rarity(int documentsWithWord) {
        return Math.log(
                1 + (documents.size() - documentsWithWord + 0.5) / (documentsWithWord + 0.5));
    }

    @Override
    public List<Found> find(String wording, int tablesMax) {
        Map<Integer, Double> scores = new TreeMap<>();
        for (String word : Words.of(wording)) {
            for (Posting posting : postings.getOrDefault(word, List.of())) {
                scores.merge(posting.document(), posting.weight(), Double::sum);
            }
        }
        // A stable sort: equal scores stay in the order of the databases and their tables.
        return scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(tablesMax)
                .map(entry -> documents.get(entry.getKey()).found(entry.getValue()))
                .toList();
    }

    private record Posting(int document, double weight) {}

    private record Document(String database, String table, Map<String, Integer> counts) {

        Document(String database, Schema.Table table) {
            this(database, table.name(), new HashMap<>());
            add(database);
            add(table.name());
            table.columns().forEach(column -> add(column.name()));
        }

        private void add(String name) {
            Words.of(name).forEach(word -> counts.merge(word, 1, Integer::sum));
        }

        int length() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        Found found(double score) {
            return new Found(database, table, score);
        }
    }
}
