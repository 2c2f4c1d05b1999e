package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.ColumnType;
import dev.surveyor.catalog.ColumnType.Field;
import dev.surveyor.catalog.ColumnType.Form;
import dev.surveyor.catalog.TypeFamily;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that a database's columns have, each made once. */
final class TypeTable {

    private record Id(long type, int modifier) {}

    private record Row(String name, String typeName, char kind, char category, @Nullable Id part) {}

    private final Map<Id, Row> rows = new HashMap<>();
    private final Map<Long, List<String>> labels = new HashMap<>();
    private final Map<Long, List<Field>> fields = new HashMap<>();
    private final Map<Id, ColumnType> made = new HashMap<>();

    void read(CatalogQueries queries) throws SQLException {
        queries.each("structure-types", this::type);
        queries.each(
                "structure-labels",
                row ->
                        labels.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                .add(row.getString(2)));
        queries.each(
                "structure-fields",
                row ->
                        fields.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                .add(new Field(row.getString(2), row.getString(3))));
    }

    private void type(ResultSet row) throws SQLException {
        long part = row.getLong(7);
        rows.put(
                new Id(row.getLong(1), row.getInt(2)),
                new Row(
                        row.getString(3),
                        row.getString(4),
                        row.getString(5).charAt(0),
                        row.getString(6).charAt(0),
                        part == 0 ? null : new Id(part, row.getInt(8))));
    }

    ColumnType of(long type, int modifier) {
        return of(new Id(type, modifier));
    }

    /** Types are made of others that existed before them: this ends. */
    private ColumnType of(Id id) {
        ColumnType known = made.get(id);
        if (known == null) {
            known = make(id);
            made.put(id, known);
        }
        return known;
    }

    private ColumnType make(Id id) {
        Row row = rows.get(id);
        if (row == null) {
            return ColumnType.plain("unknown", TypeFamily.OTHER);
        }
        ColumnType part = row.part() == null ? null : of(row.part());
        Form form = form(row);
        return new ColumnType(
                row.name(),
                form,
                family(row, form, part),
                part,
                labels.getOrDefault(id.type(), List.of()),
                fields.getOrDefault(id.type(), List.of()));
    }

    private static Form form(Row row) {
        return switch (row.kind()) {
            case 'd' -> Form.DOMAIN;
            case 'e' -> Form.ENUM;
            case 'c' -> Form.COMPOSITE;
            case 'r', 'm' -> Form.RANGE;
            default -> row.category() == 'A' && row.part() != null ? Form.ARRAY : Form.PLAIN;
        };
    }

    private static TypeFamily family(Row row, Form form, @Nullable ColumnType part) {
        return switch (form) {
            case DOMAIN -> part == null ? TypeFamily.OTHER : part.family();
            case ENUM -> TypeFamily.ENUM;
            case COMPOSITE -> TypeFamily.COMPOSITE;
            case RANGE -> TypeFamily.RANGE;
            case ARRAY -> TypeFamily.ARRAY;
            case PLAIN -> PostgresFamilies.of(row.typeName());
        };
    }
}
