package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.TableName;
import java.util.BitSet;

/**
 * What one asker may see of an edition. What is hidden neither is found nor helps to find anything:
 * values of masked columns and of tables whose rows are filtered are hidden too.
 */
public final class Sight {

    private final EditionLookup lookup;
    private final BitSet hiddenTables = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet hiddenValues = new BitSet();
    private final BitSet partlyHiddenTables = new BitSet();

    private Sight(EditionLookup lookup) {
        this.lookup = lookup;
    }

    /** For those whom no policy binds. */
    public static Sight ofEverything(EditionLookup lookup) {
        return new Sight(lookup);
    }

    public static Sight of(EditionLookup lookup, Policies policies) {
        Sight sight = new Sight(lookup);
        Names names = lookup.names();
        for (int table = 0; table < names.tables(); table++) {
            if (isHidden(names.table(table), policies)) {
                sight.hiddenTables.set(table);
            }
        }
        for (ColumnName column : policies.hiddenColumns()) {
            sight.hideColumn(names.number(column.table(), column.name()));
        }
        for (Mask mask : policies.masks()) {
            sight.hideValues(names.number(mask.column().table(), mask.column().name()));
        }
        for (RowFilter filter : policies.rowFilters()) {
            int table = names.number(filter.table());
            if (table >= 0) {
                for (int i = names.columnsFrom(table); i < names.columnsTo(table); i++) {
                    sight.hideValues(i);
                }
            }
        }
        return sight;
    }

    private static boolean isHidden(TableName table, Policies policies) {
        return policies.hiddenTables().contains(table)
                || policies.hiddenSchemas().contains(table.schema())
                || (!policies.schemas().isEmpty() && !policies.schemas().contains(table.schema()));
    }

    private void hideColumn(int column) {
        if (column >= 0) {
            hiddenColumns.set(column);
            partlyHiddenTables.set(lookup.names().tableOf(column));
            hideValues(column);
        }
    }

    private void hideValues(int column) {
        if (column >= 0) {
            hiddenValues.set(column);
        }
    }

    public EditionLookup lookup() {
        return lookup;
    }

    boolean seesTable(int table) {
        return !hiddenTables.get(table);
    }

    boolean seesColumn(int column) {
        return !hiddenColumns.get(column) && seesTable(lookup.names().tableOf(column));
    }

    boolean seesValues(int column) {
        return !hiddenValues.get(column) && seesTable(lookup.names().tableOf(column));
    }

    /** Whether texts about the whole table may be used: they name all of its columns. */
    boolean seesAllOf(int table) {
        return seesTable(table) && !partlyHiddenTables.get(table);
    }
}
