package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An edition's tables and columns, each with a number, in the edition's order. */
final class Names {

    private final List<TableName> tables = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final int[] columnsUpTo;
    private final int[] tableOf;

    Names(EditionContent edition) {
        columnsUpTo = new int[edition.insights().size() + 1];
        for (Insight insight : edition.insights()) {
            tables.add(insight.name());
            insight.table().columns().forEach(column -> columns.add(column.name()));
            columnsUpTo[tables.size()] = columns.size();
        }
        tableOf = new int[columns.size()];
        for (int table = 0; table < tables.size(); table++) {
            for (int column = columnsFrom(table); column < columnsTo(table); column++) {
                tableOf[column] = table;
            }
        }
    }

    int tables() {
        return tables.size();
    }

    int columns() {
        return columns.size();
    }

    TableName table(int table) {
        return tables.get(table);
    }

    String column(int column) {
        return columns.get(column);
    }

    int tableOf(int column) {
        return tableOf[column];
    }

    int columnsFrom(int table) {
        return columnsUpTo[table];
    }

    int columnsTo(int table) {
        return columnsUpTo[table + 1];
    }

    /** Its number, or less than 0 where there is none of this name. */
    int number(TableName table) {
        return Collections.binarySearch(tables, table);
    }

    /** Its number, or less than 0 where there is none of this name. */
    int number(TableName table, String column) {
        int owner = number(table);
        if (owner >= 0) {
            for (int i = columnsFrom(owner); i < columnsTo(owner); i++) {
                if (columns.get(i).equals(column)) {
                    return i;
                }
            }
        }
        return -1;
    }

    long bytes() {
        long characters = 0;
        for (TableName table : tables) {
            characters += table.name().length();
        }
        for (String column : columns) {
            characters += column.length();
        }
        return characters + 64L * (tables.size() + columns.size());
    }
}
