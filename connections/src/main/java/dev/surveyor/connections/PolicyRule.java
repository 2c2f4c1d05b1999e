package dev.surveyor.connections;

import dev.surveyor.access.Role;
import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.TableName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What some askers may not see. Where share, role and person are null it binds everybody; where one
 * is given, those with that share, role or id; where several are, only who fits all.
 */
public record PolicyRule(
        @Nullable Right share,
        @Nullable Role role,
        @Nullable UUID person,
        List<String> hiddenSchemas,
        List<TableName> hiddenTables,
        List<ColumnName> hiddenColumns,
        List<RowFilter> rowFilters,
        List<Mask> masks) {

    public PolicyRule {
        hiddenSchemas = List.copyOf(hiddenSchemas);
        hiddenTables = List.copyOf(hiddenTables);
        hiddenColumns = List.copyOf(hiddenColumns);
        rowFilters = List.copyOf(rowFilters);
        masks = List.copyOf(masks);
    }

    boolean binds(UUID asker, Role itsRole, Right right) {
        return (share == null || share == right)
                && (role == null || role == itsRole)
                && (person == null || person.equals(asker));
    }
}
