package dev.surveyor.sources.relations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameMatchTests {

    private static double score(String column, String keyTable, String key) {
        return NameMatch.of("orders", column, keyTable, key, false).score();
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
    void quantitiesPointNowhere() {
        assertThat(score("quantity", "employees", "employee_id")).isZero();
        assertThat(score("line_no", "stores", "store_id")).isZero();
        assertThat(score("page_views", "employees", "employee_id")).isZero();
    }

    @Test
    void anotherRowOfTheSameTableIsSaidByItsRole() {
        assertThat(NameMatch.of("employee", "ReportsTo", "employee", "EmployeeId", true).score())
                .isGreaterThan(0.7);
    }
}
