package dev.surveyor.eval.guard;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.TableName;
import java.util.List;
import java.util.Map;

/** What an asker may see of the SQLite file; {@code filtered.sql} says the second one in views. */
final class SqlitePolicies {

    private static final TableName MEMBERS = new TableName("main", "members");

    private static final TableName BOOKS = new TableName("main", "books");

    static final Policies PLAIN =
            new Policies(
                    List.of("main"),
                    List.of(),
                    List.of(new TableName("main", "keys")),
                    List.of(new ColumnName(MEMBERS, "pin")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    /** The same, with what policies do to rows and values. */
    static final Policies RESTRICTED =
            new Policies(
                    PLAIN.schemas(),
                    PLAIN.hiddenSchemas(),
                    PLAIN.hiddenTables(),
                    PLAIN.hiddenColumns(),
                    List.of(
                            new RowFilter(MEMBERS, "city = 'Ghent' OR city IS NULL"),
                            new RowFilter(BOOKS, "shelf <> asker.shelf AND pages < 150"),
                            new RowFilter(new TableName("main", "Loans"), "fee > 1")),
                    List.of(
                            new Mask(new ColumnName(MEMBERS, "email"), Mask.Kind.PARTIAL),
                            new Mask(new ColumnName(BOOKS, "price"), Mask.Kind.HIDE),
                            new Mask(new ColumnName(BOOKS, "published"), Mask.Kind.YEAR)),
                    List.of(),
                    List.of());

    static final Map<String, String> ASKER = Map.of("shelf", "history");

    private SqlitePolicies() {}
}
