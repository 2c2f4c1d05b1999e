package dev.surveyor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Drift;
import dev.surveyor.catalog.Drift.Change;
import dev.surveyor.catalog.Drift.Kind;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.pipeline.EditionDrift.Pair;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditionDriftTests {

    private static final TableName ORDERS = new TableName("public", "orders");
    private static final TableName STAFF = new TableName("public", "staff");

    private static Shelf orders(long rows) {
        return Shelf.of("public", "orders", rows);
    }

    private static Structure structure(Shelf... shelves) {
        return new Structure(
                "postgresql",
                "PostgreSQL 18",
                "shop",
                List.of(),
                Arrays.stream(shelves)
                        .map(Shelf::table)
                        .sorted(Comparator.comparing(Table::name))
                        .toList());
    }

    private static Drift drift(Shelf before, Shelf after) {
        return EditionDrift.of(
                        structure(before),
                        structure(after),
                        pairs -> pairs.accept(new Pair(before.insight(), after.insight())),
                        List.of())
                .drift();
    }

    private static Policies hiding(ColumnName column) {
        return new Policies(
                List.of(),
                List.of(),
                List.of(),
                List.of(column),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Set<TableName> closed(Policies policies, Shelf before, Shelf after) {
        return EditionDrift.of(structure(before), structure(after), pairs -> {}, List.of(policies))
                .closed();
    }

    @Test
    void newAndVanishedTablesColumnsAndTypesAreTold() {
        Shelf before =
                orders(10)
                        .column("a", TypeFamily.TEXT, SemanticType.NONE, "x")
                        .column("b", TypeFamily.TEXT, SemanticType.NONE, "x");
        Shelf after =
                orders(10)
                        .column("a", TypeFamily.INTEGER, SemanticType.NONE, "1")
                        .column("c", TypeFamily.TEXT, SemanticType.NONE, "x");
        Drift drift = drift(before, after);
        assertThat(drift.changes())
                .extracting(Change::kind, Change::column)
                .contains(
                        tuple(Kind.COLUMN_ADDED, "c"),
                        tuple(Kind.COLUMN_DROPPED, "b"),
                        tuple(Kind.COLUMN_CHANGED, "a"));
        Drift tables =
                EditionDrift.of(
                                structure(orders(1)),
                                structure(Shelf.of("public", "staff", 1)),
                                pairs -> {},
                                List.of())
                        .drift();
        assertThat(tables.counts())
                .containsEntry(Kind.TABLE_ADDED, 1)
                .containsEntry(Kind.TABLE_DROPPED, 1);
    }

    @Test
    void newAndVanishedValuesAreToldButNoneOfPersonalColumns() {
        Shelf before =
                orders(40)
                        .column("status", TypeFamily.TEXT, SemanticType.NONE, "open", "lost")
                        .personal("signed_by", SemanticType.PERSON_NAME, "Erika");
        Shelf after =
                orders(40)
                        .column("status", TypeFamily.TEXT, SemanticType.NONE, "open", "paid")
                        .personal("signed_by", SemanticType.PERSON_NAME, "Max");
        Drift drift = drift(before, after);
        assertThat(drift.changes())
                .extracting(change -> change.kind() + " " + change.values())
                .containsExactly("VALUES_ADDED [paid]", "VALUES_VANISHED [lost]");
        assertThat(drift.toString()).doesNotContain("Erika").doesNotContain("Max");
    }

    @Test
    void rowsJumpWhenTheyDoubleNotWhenTheyGrow() {
        assertThat(drift(orders(1_000), orders(2_500)).counts()).containsKey(Kind.ROWS_JUMPED);
        assertThat(drift(orders(1_000), orders(0)).counts()).containsKey(Kind.ROWS_JUMPED);
        assertThat(drift(orders(1_000), orders(1_200)).isEmpty()).isTrue();
        assertThat(drift(orders(3), orders(9)).isEmpty()).isTrue();
    }

    @Test
    void relationsAreGainedAndLost() {
        Shelf plain = orders(9).column("staff_id", TypeFamily.INTEGER, SemanticType.NONE, "1");
        Shelf pointing =
                orders(9)
                        .column("staff_id", TypeFamily.INTEGER, SemanticType.NONE, "1")
                        .pointer("staff_id", STAFF, "id");
        assertThat(drift(plain, pointing).counts()).containsEntry(Kind.RELATION_GAINED, 1);
        assertThat(drift(pointing, plain).counts()).containsEntry(Kind.RELATION_LOST, 1);
    }

    @Test
    void ofManyChangesTheFirstAreListedAndAllCounted() {
        Shelf after = orders(9);
        for (int i = 0; i < 250; i++) {
            after.column("c" + i, TypeFamily.TEXT, SemanticType.NONE, "x");
        }
        Drift drift = drift(orders(9), after);
        assertThat(drift.counts()).containsEntry(Kind.COLUMN_ADDED, 250);
        assertThat(drift.more(Kind.COLUMN_ADDED)).isEqualTo(150);
    }

    @Test
    void aHiddenColumnThatHasANewNameClosesItsTable() {
        Shelf before = orders(9).column("salary", TypeFamily.DECIMAL, SemanticType.NONE, "1");
        Shelf after = orders(9).column("pay", TypeFamily.DECIMAL, SemanticType.NONE, "1");
        Policies policies = hiding(new ColumnName(ORDERS, "salary"));
        assertThat(closed(policies, before, after)).containsExactly(ORDERS);
        assertThat(closed(policies, after, before)).isEmpty();
        assertThat(
                        EditionDrift.of(
                                        structure(before),
                                        structure(after),
                                        pairs -> {},
                                        List.of(policies))
                                .drift()
                                .counts())
                .containsEntry(Kind.POLICY_UNFIT, 1);
    }

    @Test
    void aHiddenTableThatHasANewNameIsClosedUnderIt() {
        Shelf before = orders(9).column("salary", TypeFamily.DECIMAL, SemanticType.NONE, "1");
        Shelf after =
                Shelf.of("public", "staff", 9)
                        .column("salary", TypeFamily.DECIMAL, SemanticType.NONE, "1");
        Policies policies =
                new Policies(
                        List.of(),
                        List.of(),
                        List.of(ORDERS),
                        List.of(),
                        List.of(),
                        List.of(new Mask(new ColumnName(ORDERS, "salary"), Mask.Kind.HIDE)),
                        List.of(),
                        List.of());
        assertThat(closed(policies, before, after)).containsExactly(STAFF);
    }

    @Test
    void aRowFilterWhoseColumnIsGoneClosesItsTable() {
        Shelf before = orders(9).column("Region", TypeFamily.TEXT, SemanticType.NONE, "n");
        Shelf after = orders(9).column("area", TypeFamily.TEXT, SemanticType.NONE, "n");
        Policies policies =
                new Policies(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new RowFilter(ORDERS, "\"Region\" = asker.region")),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(closed(policies, before, after)).containsExactly(ORDERS);
    }
}
