package dev.surveyor.sources.relations;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.sources.ValueProbe;
import dev.surveyor.sources.relations.KeyColumns.KeyColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Proposes for each column the key that it most likely points at. */
public final class Inference {

    private static final double NAME_MIN = 0.4;
    private static final int CANDIDATES_TRIED = 4;

    /** Bounds what is held in memory. */
    private static final int QUESTIONS_AT_ONCE = 1_000;

    private final Structure structure;
    private final Judgement judgement;
    private final KeyColumns keys;
    private final CompositeKeys compositeKeys;

    public Inference(Structure structure, ValueProbe probe) {
        this.structure = structure;
        this.judgement = new Judgement(probe);
        this.keys = new KeyColumns(structure);
        this.compositeKeys = new CompositeKeys(structure);
    }

    public List<Relation> relations() {
        List<Relation> found = new ArrayList<>();
        List<List<Candidate>> questions = new ArrayList<>();
        for (Table table : structure.tables()) {
            switch (table.kind()) {
                case TABLE, PARTITIONED_TABLE, FOREIGN_TABLE, VIRTUAL_TABLE -> {
                    questions.addAll(questions(table));
                    if (questions.size() >= QUESTIONS_AT_ONCE) {
                        found.addAll(answers(questions));
                        questions.clear();
                    }
                }
                case VIEW, MATERIALIZED_VIEW -> {}
            }
        }
        found.addAll(answers(questions));
        return found;
    }

    /** For each of its columns, and for keys that it holds as a whole: what it may point at. */
    private List<List<Candidate>> questions(Table table) {
        List<List<Candidate>> questions = new ArrayList<>();
        List<String> tableWords = Words.ofTable(table.name().name());
        for (Column column : table.columns()) {
            if (!isDeclared(table, List.of(column.name()))) {
                questions.add(best(Named.of(table, column, tableWords)));
            }
        }
        for (CompositeKeys.Whole key : compositeKeys.heldBy(table)) {
            if (!isDeclared(table, key.columns())) {
                questions.add(List.of(key.candidate(table)));
            }
        }
        questions.removeIf(List::isEmpty);
        return questions;
    }

    /** Of each question the first candidate that its values bear out; asked together. */
    private List<Relation> answers(List<List<Candidate>> questions) {
        Map<Integer, Relation> found = new TreeMap<>();
        for (int rank = 0; rank < CANDIDATES_TRIED; rank++) {
            List<Integer> open = new ArrayList<>();
            List<Candidate> asked = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                if (questions.get(i).size() > rank && !found.containsKey(i)) {
                    open.add(i);
                    asked.add(questions.get(i).get(rank));
                }
            }
            List<Optional<Relation>> relations = judgement.of(asked);
            for (int i = 0; i < open.size(); i++) {
                Integer question = open.get(i);
                relations.get(i).ifPresent(relation -> found.put(question, relation));
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean isDeclared(Table table, List<String> columns) {
        return table.relations().stream().anyMatch(relation -> relation.columns().equals(columns));
    }

    /** The likeliest first. */
    private List<Candidate> best(Named column) {
        List<Candidate> candidates = new ArrayList<>();
        for (KeyColumn key : keys.near(column)) {
            Candidate candidate = candidate(column, key);
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        if (candidates.stream().filter(Inference::isWeak).count() > CANDIDATES_TRIED) {
            // What points at so many keys points at none of them.
            candidates.removeIf(Inference::isWeak);
        }
        candidates.sort(Comparator.comparingDouble(Inference::rank).reversed());
        return List.copyOf(candidates.subList(0, Math.min(CANDIDATES_TRIED, candidates.size())));
    }

    private static boolean isWeak(Candidate candidate) {
        return candidate.name().score() < Judgement.NAME_WEAK;
    }

    /** Of equally good names the primary key in the same schema, of the shortest table name. */
    private static double rank(Candidate candidate) {
        boolean sameSchema =
                candidate.table().name().schema().equals(candidate.keyTable().name().schema());
        boolean primary =
                candidate
                        .keyTable()
                        .primaryKey()
                        .map(key -> key.columns().equals(candidate.keyColumns()))
                        .orElse(false);
        return candidate.name().score()
                + (sameSchema ? 0.02 : 0)
                + (primary ? 0.03 : 0)
                - (candidate.asText() ? 0.05 : 0)
                - candidate.keyTable().name().name().length() * 1e-4;
    }

    private @Nullable Candidate candidate(Named column, KeyColumn key) {
        Comparability comparable = Comparability.of(column.column(), key.named().column());
        boolean itself =
                column.sameTable(key.named())
                        && key.named().column().name().equals(column.column().name());
        if (comparable == Comparability.NEVER || itself) {
            return null;
        }
        NameMatch name = NameMatch.of(column, key.named(), keys.onlyPersons(key.named().table()));
        boolean asText = comparable == Comparability.AS_TEXT;
        if (name.score() < NAME_MIN
                || (asText && name.score() < Judgement.NAME_ALONE_MIN)
                || (name.score() < Judgement.NAME_ALONE_MIN && !key.primary())
                || pointsBack(column, key, name)) {
            return null;
        }
        return new Candidate(
                column.table(),
                List.of(column.column().name()),
                key.named().table(),
                List.of(key.named().column().name()),
                asText,
                key.declared(),
                name);
    }

    /** Two tables with one key between them: the one that the key is named after is pointed at. */
    private static boolean pointsBack(Named column, KeyColumn key, NameMatch name) {
        if (!column.isKey()) {
            return false;
        }
        List<String> subject = column.subject();
        boolean namedAfterItsOwn =
                column.isPrimaryKey()
                        && Words.joined(subject).equals(Words.joined(column.tableWords()));
        if (subject.isEmpty() || namedAfterItsOwn) {
            return true;
        }
        return column.isPrimaryKey()
                && (name.score() < Judgement.NAME_ALONE_MIN
                        || !NameMatch.resembles(subject, key.named().tableWords()));
    }
}
