package dev.surveyor.query.plan.link;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Lookup.HeldValue;
import dev.surveyor.query.plan.words.NameWords;
import dev.surveyor.query.plan.words.Stems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Lookup} of an edition. */
final class LookupBuilder {

    private static final double DECLARED = 1.0;
    private static final double INFERRED = 1.4;
    private static final double SAME_NAME = 3.0;

    private final EditionContent edition;
    private final Map<TableName, Integer> tableIds = new LinkedHashMap<>();
    private final Map<TableName, Map<String, Integer>> columnIds = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Map<Integer, Integer> pointers = new HashMap<>();
    private final Map<String, List<HeldValue>> values = new HashMap<>();

    LookupBuilder(EditionContent edition) {
        this.edition = edition;
    }

    Lookup build() {
        int columns = 0;
        for (Insight insight : edition.insights()) {
            tableIds.put(insight.name(), tableIds.size());
            Map<String, Integer> ids = new HashMap<>();
            known.addAll(NameWords.parts(insight.name().name()));
            for (Column column : insight.table().columns()) {
                ids.put(column.name(), columns++);
                known.addAll(NameWords.parts(column.name()));
            }
            columnIds.put(insight.name(), ids);
        }
        List<KeyEdge> edges = edges();
        List<TableFacts> tables = edition.insights().stream().map(this::table).toList();
        return new Lookup(
                edition.edition().dialect(),
                tables,
                withSameNames(tables, edges),
                values,
                Told.columns(edition),
                Told.tables(edition),
                views());
    }

    private Set<Integer> views() {
        Set<Integer> views = new HashSet<>();
        for (Insight insight : edition.insights()) {
            TableKind kind = insight.table().kind();
            if (kind == TableKind.VIEW || kind == TableKind.MATERIALIZED_VIEW) {
                views.add(id(insight.name()));
            }
        }
        return views;
    }

    private List<KeyEdge> edges() {
        List<KeyEdge> edges = new ArrayList<>();
        for (Insight insight : edition.insights()) {
            insight.table().relations().forEach(relation -> add(relation, DECLARED, edges));
        }
        for (Insight insight : edition.insights()) {
            insight.relations().forEach(relation -> add(relation, INFERRED, edges));
        }
        return edges;
    }

    private void add(Relation relation, double cost, List<KeyEdge> edges) {
        Integer from = tableIds.get(relation.table());
        Integer to = tableIds.get(relation.keyTable());
        if (from == null || to == null) {
            return;
        }
        List<Integer> columns = ids(relation.table(), relation.columns());
        List<Integer> keys = ids(relation.keyTable(), relation.keyColumns());
        if (columns.size() != relation.columns().size() || keys.size() != columns.size()) {
            return;
        }
        for (KeyEdge edge : edges) {
            if (edge.columns().equals(columns) && edge.keyColumns().equals(keys)) {
                return;
            }
        }
        edges.add(new KeyEdge(from, columns, to, keys, cost));
        if (columns.size() == 1) {
            pointers.putIfAbsent(columns.getFirst(), keys.getFirst());
        }
    }

    private List<Integer> ids(TableName table, List<String> names) {
        Map<String, Integer> ids = columnIds.getOrDefault(table, Map.of());
        return names.stream().map(ids::get).filter(id -> id != null).toList();
    }

    /** Tables that nothing connects may be joined over columns of one name, at a price. */
    private List<KeyEdge> withSameNames(List<TableFacts> tables, List<KeyEdge> edges) {
        List<KeyEdge> all = new ArrayList<>(edges);
        for (TableFacts left : tables) {
            for (TableFacts right : tables) {
                if (left.id() < right.id()
                        && edges.stream()
                                .noneMatch(edge ->
                                        edge.touches(left.id()) && edge.touches(right.id()))) {
                    sameName(left, right).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static Optional<KeyEdge> sameName(TableFacts left, TableFacts right) {
        for (ColumnFacts a : left.columns()) {
            for (ColumnFacts b : right.columns()) {
                if (a.name().equalsIgnoreCase(b.name())
                        && a.kind() == b.kind()
                        && (a.isKeyLike() || b.isKeyLike() || a.name().endsWith("id"))) {
                    return Optional.of(
                            new KeyEdge(
                                    left.id(),
                                    List.of(a.id()),
                                    right.id(),
                                    List.of(b.id()),
                                    SAME_NAME));
                }
            }
        }
        return Optional.empty();
    }

    private TableFacts table(Insight insight) {
        List<ColumnFacts> columns =
                insight.table().columns().stream().map(column -> column(insight, column)).toList();
        long pointing = columns.stream().filter(column -> column.pointsAt() >= 0).count();
        return new TableFacts(
                id(insight.name()),
                insight.name(),
                stems(insight.name().name()),
                insight.profile().rows() == null ? -1 : insight.profile().rows().value(),
                columns,
                pointing >= 2 && columns.size() - pointing <= 2);
    }

    private int id(TableName name) {
        Integer id = tableIds.get(name);
        if (id == null) {
            throw new IllegalStateException("not numbered: " + name);
        }
        return id;
    }

    private List<String> stems(String name) {
        return NameWords.of(name, known).stream().map(Stems::of).toList();
    }

    private ColumnFacts column(Insight insight, Column column) {
        int id = ids(insight.name(), List.of(column.name())).getFirst();
        ColumnProfile profile =
                insight.profile().columns().stream()
                        .filter(candidate -> candidate.column().equals(column.name()))
                        .findFirst()
                        .orElse(null);
        Kind kind = ColumnKinds.of(column);
        List<String> held = held(profile);
        if (kind == Kind.TEXT || kind == Kind.OTHER) {
            held.forEach(text ->
                    ValueForm.keys(text)
                            .forEach(key ->
                                    values.computeIfAbsent(key, none -> new ArrayList<>())
                                            .add(new HeldValue(id, text))));
        }
        return new ColumnFacts(
                id,
                id(insight.name()),
                column.name(),
                stems(column.name()),
                kind,
                isKey(insight, column),
                pointers.getOrDefault(id, -1),
                profile == null || profile.distinct() == null ? -1 : profile.distinct().value(),
                number(profile == null ? null : profile.min()),
                number(profile == null ? null : profile.max()),
                profile != null && profile.completeness() == Completeness.ALL_VALUES,
                held);
    }

    private static boolean isKey(Insight insight, Column column) {
        Optional<Key> primary = insight.table().primaryKey();
        return primary.isPresent() && primary.get().columns().equals(List.of(column.name()));
    }

    private static List<String> held(@Nullable ColumnProfile profile) {
        if (profile == null) {
            return List.of();
        }
        List<String> held = new ArrayList<>();
        profile.values().stream().filter(value -> !value.cut()).forEach(v -> held.add(v.text()));
        profile.samples().stream().filter(value -> !value.cut()).forEach(v -> held.add(v.text()));
        return held;
    }

    private static @Nullable Double number(@Nullable ProfiledValue value) {
        if (value == null || !value.text().matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            return null;
        }
        return Double.valueOf(value.text());
    }
}
