package dev.surveyor.app.command;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Relation.Declared;
import dev.surveyor.catalog.Relation.Inferred;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was found, for programs. */
final class InspectedJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Structure structure;
    private final Map<TableName, TableProfile> profiles;

    InspectedJson(Structure structure, Map<TableName, TableProfile> profiles) {
        this.structure = structure;
        this.profiles = profiles;
    }

    String text() {
        Map<String, Object> database = new LinkedHashMap<>();
        database.put("dialect", structure.dialect());
        database.put("server", structure.server());
        database.put("database", structure.database());
        database.put("schemas", structure.schemas());
        database.put("tables", structure.tables().stream().map(this::table).toList());
        return MAPPER.writeValueAsString(database);
    }

    private Map<String, Object> table(Table table) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("schema", table.name().schema());
        properties.put("name", table.name().name());
        properties.put("kind", table.kind());
        put(properties, "comment", table.comment());
        put(properties, "owner", table.owner());
        put(properties, "rowsEstimate", known(table.estimate().rows()));
        put(properties, "bytesEstimate", known(table.estimate().bytes()));
        properties.put("partitions", table.partitions());
        properties.put("readable", table.readable());
        properties.put("rowSecurity", table.rowSecurity());
        properties.put("structureHash", table.structureHash());
        properties.put("columns", table.columns());
        properties.put("keys", table.keys());
        properties.put("relations", relations(table));
        properties.put("checks", table.checks());
        properties.put("indexes", table.indexes());
        put(properties, "profile", profiles.get(table.name()));
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private static @Nullable Long known(long estimate) {
        return estimate == Table.Estimate.UNKNOWN ? null : Long.valueOf(estimate);
    }

    private static List<Map<String, Object>> relations(Table table) {
        return table.relations().stream().map(InspectedJson::relation).toList();
    }

    private static Map<String, Object> relation(Relation relation) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("columns", relation.columns());
        properties.put("keyTable", relation.keyTable());
        properties.put("keyColumns", relation.keyColumns());
        properties.put("declared", relation.declared());
        switch (relation.origin()) {
            case Declared(String constraint, var onUpdate, var onDelete, boolean enforced) -> {
                properties.put("constraint", constraint);
                properties.put("onUpdate", onUpdate);
                properties.put("onDelete", onDelete);
                properties.put("enforced", enforced);
            }
            case Inferred(double confidence, String reason) -> {
                properties.put("confidence", confidence);
                properties.put("reason", reason);
            }
        }
        return properties;
    }
}
