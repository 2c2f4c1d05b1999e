package dev.surveyor.sources.relations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Column.Generation;
import dev.surveyor.catalog.ColumnType;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TypeFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameMatchTests {

    private static double score(String column, String keyTable, String key) {
        return score("orders", column, keyTable, key);
    }

    private static double score(String table, String column, String keyTable, String key) {
        return NameMatch.of(named(table, column), named(keyTable, key), false).score();
    }

    private static Named named(String table, String column) {
        TypeFamily family = column.endsWith("description") ? TypeFamily.TEXT : TypeFamily.INTEGER;
        Column only =
                new Column(
                        column,
                        ColumnType.plain(family.name(), family),
                        false,
                        Generation.NONE,
                        null,
                        null,
                        null,
                        true);
        Table with =
                new Table(
                        new TableName("public", table),
                        TableKind.TABLE,
                        List.of(only),
                        List.of(new Key("key", true, List.of(column))),
                        List.of(),
                        List.of(),
                        List.of(),
                        Table.Estimate.NONE,
                        0,
                        false,
                        null,
                        null);
        return Named.of(with, only, Words.ofTable(table));
    }

    @Test
    void howManyThereAreDoesNotSayWhich() {
        assertThat(score("anchor_count", "anchors", "id")).isZero();
        assertThat(score("anchor_lot", "anchors", "id")).isPositive();
    }

    @Test
    void aColumnThatIsCalledLikeTheKeyPointsAtIt() {
        assertThat(score("customer_id", "customers", "customer_id")).isEqualTo(1);
        assertThat(score("CustomerId", "Customer", "CustomerId")).isEqualTo(1);
    }

    @Test
    void aKeyWithAGeneralNameIsNamedByItsTable() {
        assertThat(score("customer_id", "customers", "id")).isGreaterThan(0.9);
        assertThat(score("billing_address_id", "addresses", "id")).isGreaterThan(0.8);
    }

    @Test
    void tablesOfOneFamilyLeaveTheirCommonWordsOut() {
        assertThat(score("asset_report_line", "report_id", "asset_report", "id"))
                .isGreaterThan(0.7);
    }

    @Test
    void shortFormsStandForTheirTables() {
        assertThat(score("dept_no", "department", "dept_no")).isGreaterThan(0.5);
        assertThat(score("dept_id", "departments", "id")).isGreaterThan(0.7);
        assertThat(score("bu_id", "business_unit", "id")).isGreaterThan(0.7);
        assertThat(score("bu_class_id", "business_unit_class", "id")).isGreaterThan(0.7);
        assertThat(score("date_id", "departments", "id")).isZero();
    }

    @Test
    void descriptionsPointNowhereThoughTheyAreCalledAlike() {
        assertThat(score("description", "link_description", "description")).isLessThan(0.6);
    }

    @Test
    void quantitiesPointNowhere() {
        assertThat(score("quantity", "employees", "employee_id")).isZero();
        assertThat(score("line_no", "stores", "store_id")).isZero();
        assertThat(score("page_views", "employees", "employee_id")).isZero();
    }

    @Test
    void rolesOfPersonsSayMoreWhereOnlyOneTableHoldsPersons() {
        Named handledBy = named("returns", "handled_by");
        Named employee = named("employees", "employee_id");
        assertThat(NameMatch.of(handledBy, employee, false).score()).isEqualTo(0.5);
        assertThat(NameMatch.of(handledBy, employee, true).score()).isGreaterThan(0.6);
    }

    @Test
    void anotherRowOfTheSameTableIsSaidByItsRole() {
        assertThat(score("employee", "ReportsTo", "employee", "EmployeeId")).isGreaterThan(0.7);
        assertThat(score("report_line", "report_id", "report_line", "id")).isZero();
    }
}
