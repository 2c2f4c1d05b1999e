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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proposes for each column the key that it most likely points at. */
public final class Inference {

    private static final double NAME_MIN = 0.4;
    private static final int CANDIDATES_TRIED = 4;

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
        for (Table table : structure.tables()) {
            switch (table.kind()) {
                case TABLE, PARTITIONED_TABLE, FOREIGN_TABLE, VIRTUAL_TABLE -> {
                    List<String> tableWords = Words.ofTable(table.name().name());
                    for (Column column : table.columns()) {
                        if (!isDeclared(table, List.of(column.name()))) {
                            best(Named.of(table, column, tableWords)).ifPresent(found::add);
                        }
                    }
                    found.addAll(composite(table));
                }
                case VIEW, MATERIALIZED_VIEW -> {}
            }
        }
        return found;
    }

    private static boolean isDeclared(Table table, List<String> columns) {
        return table.relations().stream().anyMatch(relation -> relation.columns().equals(columns));
    }

    private Optional<Relation> best(Named column) {
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
        return candidates.stream()
                .limit(CANDIDATES_TRIED)
                .flatMap(candidate -> judgement.of(candidate).stream())
                .findFirst();
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

    private List<Relation> composite(Table table) {
        List<Relation> found = new ArrayList<>();
        for (CompositeKeys.Whole key : compositeKeys.heldBy(table)) {
            if (!isDeclared(table, key.columns())) {
                judgement.ofValues(key.candidate(table)).ifPresent(found::add);
            }
        }
        return found;
    }
}
