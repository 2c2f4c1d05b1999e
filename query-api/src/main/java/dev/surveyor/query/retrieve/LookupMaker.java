package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.embeddings.Document;
import dev.surveyor.embeddings.NameTexts;
import dev.surveyor.embeddings.Passage;
import dev.surveyor.embeddings.PointKind;
import dev.surveyor.embeddings.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Makes one edition's look-up. */
final class LookupMaker {

    /** Their vectors are asked for together. */
    private static final int TABLES_AT_ONCE = 200;

    private final Vocabulary vocabulary;
    private final String connectionName;
    private final EditionContent edition;
    private final Names names;
    private final Compounds compounds;
    private final WordPlaces.Collected places;

    LookupMaker(Vocabulary vocabulary, String connectionName, EditionContent edition) {
        this.vocabulary = vocabulary;
        this.connectionName = connectionName;
        this.edition = edition;
        names = new Names(edition);
        compounds = new Compounds(wordsOfNames());
        places = new WordPlaces.Collected(names.tables(), names.columns());
    }

    EditionLookup made(PassageVectors vectors, Function<Document, List<String>> chunks) {
        Meanings tables = new Meanings();
        Meanings columns = new Meanings();
        for (int from = 0; from < names.tables(); from += TABLES_AT_ONCE) {
            int to = Math.min(from + TABLES_AT_ONCE, names.tables());
            readMeanings(from, to, vectors, chunks, tables, columns);
        }
        placeWords();
        return new EditionLookup(
                edition.edition().connection(),
                names,
                places.packed(),
                values(),
                tables.complete(),
                columns.complete(),
                new RelationGraph(names, edition.insights()));
    }

    private void readMeanings(
            int from,
            int to,
            PassageVectors vectors,
            Function<Document, List<String>> chunks,
            Meanings tables,
            Meanings columns) {
        List<Passage> passages = new ArrayList<>();
        List<Integer> tableOf = new ArrayList<>();
        for (int table = from; table < to; table++) {
            List<Passage> some =
                    NameTexts.of(
                            edition.edition().database(), edition.insights().get(table), chunks);
            passages.addAll(some);
            tableOf.addAll(Collections.nCopies(some.size(), table));
        }
        List<Vector> found = vectors.of(edition.edition().connection(), passages);
        int column = names.columnsFrom(from);
        for (int i = 0; i < passages.size(); i++) {
            if (passages.get(i).kind() == PointKind.TABLE) {
                tables.add(tableOf.get(i), found.get(i));
            } else {
                columns.add(column++, found.get(i));
            }
        }
    }

    private Set<String> wordsOfNames() {
        Set<String> written = new HashSet<>();
        List<String> texts = new ArrayList<>(List.of(connectionName));
        for (int table = 0; table < names.tables(); table++) {
            texts.add(names.table(table).name());
        }
        for (int column = 0; column < names.columns(); column++) {
            texts.add(names.column(column));
        }
        texts.forEach(text -> Words.of(text).forEach(word -> written.add(word.written())));
        return written;
    }

    private void placeWords() {
        List<Named> named = new ArrayList<>();
        named.add(new Named(Place.CONNECTION, 0, connectionName, List.of()));
        for (int table = 0; table < names.tables(); table++) {
            Insight insight = edition.insights().get(table);
            named.add(new Named(Place.TABLE, table, insight.name().name(), insight.synonyms()));
            List<Column> columns = insight.table().columns();
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i).name();
                List<String> synonyms =
                        insight.column(column).map(ColumnInsight::synonyms).orElse(List.of());
                named.add(new Named(Place.COLUMN, names.columnsFrom(table) + i, column, synonyms));
            }
        }
        Set<Word> words = new HashSet<>();
        named.forEach(each -> each.words().forEach(word -> words.addAll(compounds.of(word))));
        vocabulary.learn(words.stream().sorted(Comparator.comparing(Word::written)).toList());
        named.forEach(this::place);
    }

    private record Named(Place place, int number, String name, List<String> synonyms) {

        List<Word> words() {
            List<Word> words = new ArrayList<>(Words.of(name));
            synonyms.forEach(synonym -> words.addAll(Words.of(synonym)));
            return words;
        }
    }

    private void place(Named named) {
        int nameWords = 0;
        for (Word word : Words.of(named.name())) {
            nameWords += Math.max(1, compounds.of(word).size() - 1);
        }
        places.nameWords(named.place(), named.number(), nameWords);
        for (Word word : named.words()) {
            for (Word part : compounds.of(word)) {
                places.add(vocabulary.number(part), named.place(), named.number());
            }
        }
    }

    /** Only of columns of which every value is kept: of the others chance would decide. */
    private ValueWords values() {
        ValueWords.Collected collected = new ValueWords.Collected();
        for (int table = 0; table < names.tables(); table++) {
            Insight insight = edition.insights().get(table);
            for (ColumnProfile profile : insight.profile().columns()) {
                boolean personal =
                        insight.column(profile.column())
                                .map(ColumnInsight::personal)
                                .orElse(profile.personal() != null);
                int column = names.number(insight.name(), profile.column());
                if (column >= 0 && !personal && profile.completeness() == Completeness.ALL_VALUES) {
                    for (ProfiledValue value : profile.values()) {
                        collected.add(column, value.text());
                    }
                }
            }
        }
        return collected.packed();
    }
}
