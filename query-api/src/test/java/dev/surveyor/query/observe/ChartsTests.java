package dev.surveyor.query.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.Chart;
import dev.surveyor.query.Chart.Kind;
import org.junit.jupiter.api.Test;

class ChartsTests {

    @Test
    void numbersOverTimeAreALine() {
        assertThat(
                        Sheet.of("orders", "month")
                                .row(3, "2026-01")
                                .row(4, "2026-02")
                                .row(6, "2026-03")
                                .chart())
                .isEqualTo(new Chart(Kind.LINE, "month", "orders", null));
    }

    @Test
    void numbersOverTimeByNameAreALineForEachName() {
        assertThat(
                        Sheet.of("year", "city", "orders")
                                .row(2025, "Rome", 3)
                                .row(2025, "Oslo", 4)
                                .row(2026, "Rome", 3)
                                .row(2026, "Oslo", 4)
                                .chart())
                .isEqualTo(new Chart(Kind.LINE, "year", "orders", "city"));
    }

    @Test
    void numbersByNameAreBars() {
        assertThat(Sheet.of("city", "orders").row("Rome", 3).row("Oslo", 4).chart())
                .isEqualTo(new Chart(Kind.BAR, "city", "orders", null));
        assertThat(Sheet.of("active", "count(*)").row(true, 3).row(false, 4).chart())
                .isEqualTo(new Chart(Kind.BAR, "active", "count(*)", null));
        assertThat(Sheet.of("city", "id", "orders").row("Rome", 7, 3).row("Oslo", 8, 4).chart())
                .isEqualTo(new Chart(Kind.BAR, "city", "orders", null));
    }

    @Test
    void numbersByTwoNamesAreBarsInSeries() {
        assertThat(
                        Sheet.of("kind", "city", "orders")
                                .row("web", "Rome", 3)
                                .row("shop", "Rome", 4)
                                .row("web", "Oslo", 3)
                                .row("shop", "Oslo", 4)
                                .row("web", "Bonn", 3)
                                .chart())
                .isEqualTo(new Chart(Kind.BAR, "city", "orders", "kind"));
    }

    @Test
    void twoNumbersAreAScatter() {
        Sheet sheet = Sheet.of("height", "weight");
        for (int i = 0; i < 8; i++) {
            sheet.row(160 + i, 60 + i);
        }
        assertThat(sheet.chart()).isEqualTo(new Chart(Kind.SCATTER, "height", "weight", null));
    }

    @Test
    void whatHasNoShapeIsNotDrawn() {
        assertThat(Sheet.of("count").row(3).chart()).isNull();
        assertThat(Sheet.of("city", "country").row("Rome", "Italy").row("Oslo", "Norway").chart())
                .isNull();
        assertThat(Sheet.of("height", "weight").row(160, 60).row(170, 70).chart()).isNull();
        assertThat(Sheet.of("city", "customer_id").row("Rome", 3).row("Oslo", 4).chart()).isNull();
        assertThat(Sheet.of("city", "orders").row("Rome", 3).row("Rome", 4).chart()).isNull();
        assertThat(
                        Sheet.of("order_id", "day", "amount")
                                .row(1, "2026-05-01", 3)
                                .row(2, "2026-05-01", 4)
                                .chart())
                .isNull();
    }

    @Test
    void manyBarsAreNotDrawn() {
        Sheet sheet = Sheet.of("city", "orders");
        for (int i = 0; i < 31; i++) {
            sheet.row("city " + i, i);
        }
        assertThat(sheet.chart()).isNull();
    }

    @Test
    void aNameThatTwoColumnsHaveIsNoAxis() {
        assertThat(Sheet.of("name", "name", "orders").row("a", "b", 3).row("c", "b", 4).chart())
                .isNull();
    }
}
