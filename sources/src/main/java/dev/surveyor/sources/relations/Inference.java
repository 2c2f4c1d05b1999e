package dev.surveyor.sources.relations;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.sources.ValueProbe;
import dev.surveyor.sources.ValueProbe.Overlap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proposes for each column the key that it most likely points at. */
public final class Inference {

    private static final double NAME_MIN = 0.4;

    /** Without values to look at a name must say more. */
    private static final double NAME_ALONE_MIN = 0.75;

    /** So weak a name needs values that could hardly be contained by chance. */
    private static final double NAME_WEAK = 0.6;

    private static final long VALUES_STRONG = 3;

    /** Of the keys, where the name is weak: small numbers are contained in any numbered table. */
    private static final double KEYS_USED_MIN = 0.3;

    private static final double MISSING_MAX = 0.1;
    private static final int CANDIDATES_TRIED = 4;

    private final Structure structure;
    private final ValueProbe probe;
    private final List<KeyColumn> keys = new ArrayList<>();

    private record KeyColumn(Table table, Column column, boolean primary) {}

    public Inference(Structure structure, ValueProbe probe) {
        this.structure = structure;
        this.probe = probe;
        for (Table table : structure.tables()) {
            Set<String> seen = new HashSet<>();
            for (Key key : table.keys()) {
                if (key.columns().size() == 1 && seen.add(key.columns().getFirst())) {
                    table.column(key.columns().getFirst())
                            .ifPresent(column ->
                                    keys.add(new KeyColumn(table, column, key.primary())));
                }
            }
        }
    }

    public List<Relation> relations() {
        List<Relation> found = new ArrayList<>();
        for (Table table : structure.tables()) {
            switch (table.kind()) {
                case TABLE, PARTITIONED_TABLE, FOREIGN_TABLE, VIRTUAL_TABLE -> {
                    for (Column column : table.columns()) {
                        if (!isDeclared(table, List.of(column.name()))) {
                            best(table, column).ifPresent(found::add);
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

    private Optional<Relation> best(Table table, Column column) {
        List<Candidate> candidates = new ArrayList<>();
        for (KeyColumn key : keys) {
            Candidate candidate = candidate(table, column, key);
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        candidates.sort(
                Comparator.comparingDouble((Candidate candidate) -> rank(candidate)).reversed());
        for (Candidate candidate :
                candidates.subList(0, Math.min(CANDIDATES_TRIED, candidates.size()))) {
            Optional<Relation> relation = judged(candidate);
            if (relation.isPresent()) {
                return relation;
            }
        }
        return Optional.empty();
    }

    /** Of equally good names the primary key in the same schema, of the shortest table name. */
    private static double rank(Candidate candidate) {
        double rank = candidate.name().score();
        rank +=
                candidate.table().name().schema().equals(candidate.keyTable().name().schema())
                        ? 0.02
                        : 0;
        rank +=
                candidate
                                .keyTable()
                                .primaryKey()
                                .map(key -> key.columns().equals(candidate.keyColumns()))
                                .orElse(false)
                        ? 0.03
                        : 0;
        return rank - candidate.keyTable().name().name().length() * 1e-4;
    }

    private @Nullable Candidate candidate(Table table, Column column, KeyColumn key) {
        boolean sameTable = key.table().name().equals(table.name());
        if (!comparable(column, key.column())
                || (sameTable && key.column().name().equals(column.name()))) {
            return null;
        }
        NameMatch name =
                NameMatch.of(
                        table.name().name(),
                        column.name(),
                        key.table().name().name(),
                        key.column().name(),
                        sameTable);
        if (name.score() < NAME_MIN
                || (name.score() < NAME_ALONE_MIN && !key.primary())
                || pointsBack(table, column, key, name)) {
            return null;
        }
        return new Candidate(
                table, List.of(column.name()), key.table(), List.of(key.column().name()), name);
    }

    /** Two tables with one key between them: the one that the key is named after is pointed at. */
    private static boolean pointsBack(Table table, Column column, KeyColumn key, NameMatch name) {
        boolean keyItself =
                table.keys().stream().anyMatch(own -> own.columns().equals(List.of(column.name())));
        if (!keyItself) {
            return false;
        }
        List<String> named = Words.withoutKeyWords(Words.of(column.name()));
        List<String> own = Words.ofTable(table.name().name());
        List<String> other = Words.ofTable(key.table().name().name());
        boolean primary =
                table.primaryKey()
                        .map(k -> k.columns().equals(List.of(column.name())))
                        .orElse(false);
        if (named.isEmpty() || (primary && Words.joined(named).equals(Words.joined(own)))) {
            return true;
        }
        return primary && (name.score() < NAME_ALONE_MIN || !NameMatch.resembles(named, other));
    }

    private static boolean comparable(Column column, Column key) {
        TypeFamily left = column.type().family();
        TypeFamily right = key.type().family();
        return switch (left) {
            case INTEGER -> right == TypeFamily.INTEGER || right == TypeFamily.DECIMAL;
            case DECIMAL -> right == TypeFamily.DECIMAL || right == TypeFamily.INTEGER;
            case TEXT, UUID, ENUM, NETWORK, OTHER -> left == right;
            case FLOAT,
                    MONEY,
                    BOOLEAN,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    INTERVAL,
                    JSON,
                    XML,
                    BINARY,
                    BITS,
                    ARRAY,
                    COMPOSITE,
                    RANGE,
                    GEOMETRY,
                    TEXT_SEARCH ->
                    false;
        };
    }

    private Optional<Relation> judged(Candidate candidate) {
        Optional<Overlap> overlap =
                probe.overlap(
                        candidate.table().name(),
                        candidate.columns(),
                        candidate.keyTable().name(),
                        candidate.keyColumns());
        double name = candidate.name().score();
        if (overlap.isEmpty() || overlap.get().values() == 0) {
            return name < NAME_ALONE_MIN
                    ? Optional.empty()
                    : Optional.of(
                            candidate.relation(
                                    name * 0.8,
                                    sentence(candidate, "there are no values to look at")));
        }
        long values = overlap.get().values();
        long missing = overlap.get().missing();
        boolean weak = name < NAME_WEAK;
        boolean chance =
                missing > 0
                        || values < VALUES_STRONG
                        || values < overlap.get().keys() * KEYS_USED_MIN;
        if (missing > values * MISSING_MAX || (weak && chance)) {
            return Optional.empty();
        }
        double contained = missing == 0 ? 1 : 0.8;
        double confidence = Math.min(0.99, (0.5 + name / 2) * contained);
        return Optional.of(
                candidate.relation(
                        confidence,
                        sentence(
                                candidate,
                                "%d of %d values looked up are keys"
                                        .formatted(values - missing, values))));
    }

    private static String sentence(Candidate candidate, String values) {
        String name = candidate.name().reason();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "; " + values + ".";
    }

    /** Keys of several columns that the table has under the same names. */
    private List<Relation> composite(Table table) {
        List<Relation> found = new ArrayList<>();
        for (Table other : structure.tables()) {
            Key key = other.primaryKey().orElse(null);
            if (other.name().equals(table.name()) || key == null || key.columns().size() < 2) {
                continue;
            }
            if (isDeclared(table, key.columns()) || !hasAll(table, other, key.columns())) {
                continue;
            }
            Candidate candidate =
                    new Candidate(
                            table,
                            key.columns(),
                            other,
                            key.columns(),
                            new NameMatch(0.8, "its columns are called like the whole key"));
            boolean looked =
                    probe.overlap(table.name(), key.columns(), other.name(), key.columns())
                            .map(overlap -> overlap.values() >= VALUES_STRONG)
                            .orElse(false);
            if (looked) {
                judged(candidate).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean hasAll(Table table, Table other, List<String> columns) {
        boolean samePrimary =
                table.primaryKey()
                        .map(key -> new HashSet<>(key.columns()).equals(new HashSet<>(columns)))
                        .orElse(false);
        return !samePrimary
                && columns.stream()
                        .allMatch(name -> {
                            Column mine = table.column(name).orElse(null);
                            Column theirs = other.column(name).orElse(null);
                            return mine != null && theirs != null && comparable(mine, theirs);
                        });
    }
}
