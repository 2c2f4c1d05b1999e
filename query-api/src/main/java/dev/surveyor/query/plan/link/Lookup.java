package dev.surveyor.query.plan.link;

import dev.surveyor.catalog.EditionContent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An edition made ready for questions, once; immutable and shared. */
public final class Lookup {

    private final String dialect;
    private final List<TableFacts> tables;
    private final List<ColumnFacts> columns;
    private final List<KeyEdge> edges;
    private final Map<String, List<HeldValue>> values;
    private final Set<String> vocabulary;
    private final List<Lore> lore;
    private final NameIndex names;
    private final Set<Integer> views;
    private final List<List<KeyEdge>> edgesOf;

    /** A value as a column holds it. */
    public record HeldValue(int column, String text) {}

    Lookup(
            String dialect,
            List<TableFacts> tables,
            List<KeyEdge> edges,
            Map<String, List<HeldValue>> values,
            List<Lore> lore,
            List<List<String>> tableWords,
            Set<Integer> views) {
        this.views = Set.copyOf(views);
        this.dialect = dialect;
        this.tables = List.copyOf(tables);
        this.columns = tables.stream().flatMap(table -> table.columns().stream()).toList();
        this.edges = List.copyOf(edges);
        this.values = Map.copyOf(values);
        Set<String> words = new HashSet<>();
        tables.forEach(table -> words.addAll(table.stems()));
        columns.forEach(column -> words.addAll(column.stems()));
        vocabulary = Set.copyOf(words);
        this.lore = List.copyOf(lore);
        edgesOf =
                this.tables.stream()
                        .map(table ->
                                this.edges.stream()
                                        .filter(edge -> edge.touches(table.id()))
                                        .toList())
                        .toList();
        names = NameIndex.of(this.tables, this.lore, tableWords);
    }

    public static Lookup of(EditionContent edition) {
        return new LookupBuilder(edition).build();
    }

    public String dialect() {
        return dialect;
    }

    public List<TableFacts> tables() {
        return tables;
    }

    public List<ColumnFacts> columns() {
        return columns;
    }

    public ColumnFacts column(int id) {
        return columns.get(id);
    }

    public TableFacts table(int id) {
        return tables.get(id);
    }

    public TableFacts tableOf(ColumnFacts column) {
        return tables.get(column.table());
    }

    public List<KeyEdge> edges() {
        return edges;
    }

    /** The relations from and to a table. */
    public List<KeyEdge> edgesOf(int table) {
        return edgesOf.get(table);
    }

    /** Columns that hold this text, by its normal form. */
    List<HeldValue> holding(String normal) {
        return values.getOrDefault(normal, List.of());
    }

    public Lore lore(int column) {
        return lore.get(column);
    }

    /** Whether it shows rows of other tables, perhaps not all. */
    public boolean isView(int table) {
        return views.contains(table);
    }

    public NameIndex names() {
        return names;
    }

    /** All stems that names are made of. */
    Set<String> vocabulary() {
        return vocabulary;
    }
}
