package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.ConnectionOptions;
import java.util.List;
import java.util.Set;

/** Which tables a connection shows, and at which of them a survey looks. */
final class Scope {

    private final Set<String> included;
    private final Set<String> excluded;
    private final Set<String> wanted;

    Scope(ConnectionOptions options, List<String> schemas) {
        this.included = Set.copyOf(options.includedSchemas());
        this.excluded = Set.copyOf(options.excludedSchemas());
        this.wanted = Set.copyOf(schemas);
    }

    /** What the connection shows of a database. */
    Structure visible(Structure structure) {
        return new Structure(
                structure.dialect(),
                structure.server(),
                structure.database(),
                structure.schemas().stream().filter(schema -> shows(schema.name())).toList(),
                structure.tables().stream().filter(table -> shows(table.name().schema())).toList());
    }

    private boolean shows(String schema) {
        return (included.isEmpty() || included.contains(schema)) && !excluded.contains(schema);
    }

    boolean looksAt(Table table) {
        return looksAt(table.name());
    }

    /** Also of tables that are gone; what the connection does not show any more is gone too. */
    boolean looksAt(TableName table) {
        return wanted.isEmpty() || wanted.contains(table.schema()) || !shows(table.schema());
    }
}
