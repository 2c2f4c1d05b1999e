package dev.surveyor.query.retrieve;

import dev.surveyor.query.retrieve.Finds.FoundColumn;
import dev.surveyor.query.retrieve.Finds.FoundConnection;
import dev.surveyor.query.retrieve.Finds.FoundTable;
import dev.surveyor.query.retrieve.Finds.Met;
import dev.surveyor.query.retrieve.Vocabulary.Matches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of what was ranked where the question's words were met. */
final class FoundReasons {

    private static final int CONNECTIONS_MAX = 10;
    private static final int COLUMNS_MAX = 8;

    private static final Met NOWHERE = new Met("", Place.CONNECTION, null, null, 0);

    private final QuestionWords exact;
    private final QuestionWords alike;

    FoundReasons(QuestionWords exact, QuestionWords alike) {
        this.exact = exact;
        this.alike = alike;
    }

    Finds of(List<Ranking.RankedConnection> connections, List<Ranking.RankedTable> tables) {
        Map<Sight, Map<Integer, Map<String, Met>>> met = new HashMap<>();
        for (Ranking.RankedTable ranked : tables) {
            met.computeIfAbsent(ranked.features().sight(), none -> new HashMap<>())
                    .put(ranked.table(), new HashMap<>());
        }
        met.forEach(this::meet);
        return new Finds(
                connections.stream()
                        .limit(CONNECTIONS_MAX)
                        .map(ranked ->
                                new FoundConnection(
                                        ranked.features().sight().lookup().connection(),
                                        ranked.share()))
                        .toList(),
                tables.stream().map(ranked -> found(ranked, met)).toList(),
                unmet(connections));
    }

    private FoundTable found(
            Ranking.RankedTable ranked, Map<Sight, Map<Integer, Map<String, Met>>> met) {
        Features.OfConnection features = ranked.features();
        Map<String, Met> why =
                met.getOrDefault(features.sight(), Map.of()).getOrDefault(ranked.table(), Map.of());
        return new FoundTable(
                features.sight().lookup().connection(),
                features.table(ranked.table()),
                ranked.score(),
                columns(features, ranked.table()),
                alike.words().stream()
                        .map(Word::written)
                        .filter(why::containsKey)
                        .map(word -> why.getOrDefault(word, NOWHERE))
                        .toList());
    }

    private static List<FoundColumn> columns(Features.OfConnection features, int table) {
        Names names = features.sight().lookup().names();
        List<FoundColumn> columns = new ArrayList<>();
        for (int i = names.columnsFrom(table); i < names.columnsTo(table); i++) {
            if (features.sight().seesColumn(i)) {
                double score =
                        features.evidence().names().columnCover(i) + features.meaning().column(i);
                columns.add(new FoundColumn(names.column(i), score));
            }
        }
        columns.sort(Comparator.comparingDouble(FoundColumn::score).reversed());
        return columns.subList(0, Math.min(COLUMNS_MAX, columns.size()));
    }

    /** The best place of each word in each of these tables. */
    private void meet(Sight sight, Map<Integer, Map<String, Met>> tables) {
        Names names = sight.lookup().names();
        for (int i = 0; i < alike.size(); i++) {
            String word = alike.words().get(i).written();
            Matches matches = alike.matches().get(i);
            for (int j = 0; j < matches.size(); j++) {
                float likeness = matches.likeness(j);
                sight.lookup()
                        .words()
                        .visit(
                                matches.word(j),
                                (place, number) -> {
                                    if (place == Place.TABLE) {
                                        note(
                                                tables,
                                                number,
                                                new Met(word, place, null, null, likeness));
                                    } else if (place == Place.COLUMN && sight.seesColumn(number)) {
                                        note(
                                                tables,
                                                names.tableOf(number),
                                                new Met(
                                                        word,
                                                        place,
                                                        names.column(number),
                                                        null,
                                                        likeness));
                                    }
                                });
            }
        }
        for (Word word : exact.words()) {
            values(sight, word, tables);
        }
    }

    private static void values(Sight sight, Word word, Map<Integer, Map<String, Met>> tables) {
        Names names = sight.lookup().names();
        ValueWords values = sight.lookup().values();
        values.visit(
                word.stem(),
                value -> {
                    int column = values.columnOf(value);
                    if (sight.seesValues(column) && tables.containsKey(names.tableOf(column))) {
                        note(
                                tables,
                                names.tableOf(column),
                                new Met(
                                        word.written(),
                                        Place.VALUE,
                                        names.column(column),
                                        values.text(value),
                                        1));
                    }
                });
    }

    /** What was met first stays, unless the other is surer. */
    private static void note(Map<Integer, Map<String, Met>> tables, int table, Met met) {
        Map<String, Met> ofTable = tables.get(table);
        if (ofTable != null) {
            ofTable.merge(
                    met.word(),
                    met,
                    (before, now) -> now.likeness() > before.likeness() ? now : before);
        }
    }

    private List<String> unmet(List<Ranking.RankedConnection> connections) {
        Set<Integer> unmet = new HashSet<>();
        for (int word = 0; word < alike.size(); word++) {
            unmet.add(word);
        }
        for (Ranking.RankedConnection ranked : connections) {
            Evidence evidence = ranked.features().evidence();
            unmet.removeIf(word -> isMet(evidence, word));
        }
        return unmet.stream().sorted().map(word -> alike.words().get(word).written()).toList();
    }

    private static boolean isMet(Evidence evidence, int word) {
        if (evidence.names().connection(word) > 0) {
            return true;
        }
        for (int table = 0; table < evidence.tables(); table++) {
            if (evidence.met(word, table) > 0) {
                return true;
            }
        }
        return false;
    }
}
