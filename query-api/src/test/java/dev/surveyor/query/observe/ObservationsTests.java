package dev.surveyor.query.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.Observation;
import dev.surveyor.query.Observation.Kind;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ObservationsTests {

    private static Sheet months(String measure, double... values) {
        Sheet sheet = Sheet.of("month", measure);
        for (int i = 0; i < values.length; i++) {
            sheet.row("2026-%02d-01 00:00:00".formatted(i + 1), values[i]);
        }
        return sheet;
    }

    private static Sheet cities(String measure, double... values) {
        Sheet sheet = Sheet.of("city", measure);
        for (int i = 0; i < values.length; i++) {
            sheet.row("city " + (char) ('A' + i), values[i]);
        }
        return sheet;
    }

    @Nested
    class ATrend {

        @Test
        void isSaidWithItsEndsAndItsChange() {
            assertThat(months("orders", 12, 14, 19, 18, 25, 30).said())
                    .containsExactly(
                            "Orders rose from 12 in January 2026 to 30 in June 2026 (+150 %).");
        }

        @Test
        void isFoundInRowsThatAreNotInOrder() {
            Sheet sheet = Sheet.of("year", "total_amount");
            for (int year : new int[] {2024, 2021, 2020, 2025, 2023, 2022}) {
                sheet.row(year, new BigDecimal(20_000 - 1_000 * (year - 2020)));
            }
            assertThat(sheet.said())
                    .containsExactly(
                            "Total amount fell from 20,000 in 2020 to 15,000 in 2025 (-25 %).");
        }

        @Test
        void hasNoPercentagesOfNothing() {
            assertThat(months("balance", -5, 0, 3, 8, 11, 15).said())
                    .containsExactly("Balance rose from -5 in January 2026 to 15 in June 2026.");
        }

        @Test
        void isNotSeenInNoise() {
            Random random = new Random(7);
            int said = 0;
            for (int i = 0; i < 200; i++) {
                double[] values = random.doubles(12, 50, 100).toArray();
                said +=
                        (int)
                                months("orders", values).observations().stream()
                                        .filter(each -> each.kind() == Kind.TREND)
                                        .count();
            }
            assertThat(said).isLessThan(12);
        }

        @Test
        void isNotSeenInWhatIsAsGoodAsSteady() {
            assertThat(months("orders", 1000, 1001, 1002, 1003, 1004, 1005).said()).isEmpty();
        }

        @Test
        void isNotSeenInFewPeriods() {
            assertThat(months("orders", 1, 2, 3, 4).said()).isEmpty();
        }

        @Test
        void isNotSeenAmongThingsThatHaveADate() {
            Sheet sheet = Sheet.of("stadium", "opened", "capacity");
            for (int i = 0; i < 10; i++) {
                sheet.row("stadium " + i, 1950 + 3 * i, 10_000 + 1_000 * i);
            }
            assertThat(sheet.said()).isEmpty();
        }

        @Test
        void isNotSeenInIdsOrYears() {
            Sheet sheet = Sheet.of("day", "order_id", "customerID", "fiscal_year");
            for (int i = 1; i < 10; i++) {
                sheet.row("2026-05-0" + i, 100 * i, i, 2000 + i);
            }
            assertThat(sheet.said()).isEmpty();
        }
    }

    @Nested
    class AnOutlier {

        @Test
        void isSaidWithTheMiddleOfTheOthers() {
            assertThat(cities("price", 12, 14, 11, 13, 12, 15, 13, 12, 90).said())
                    .containsExactly(
                            "The price of city I is 90, far above the others, whose median is 12.5.");
        }

        @Test
        void isFoundWhereTheOthersAreAllTheSame() {
            assertThat(cities("price", 5, 5, 5, 5, 5, 5, 5, 5, 5, 0).said())
                    .containsExactly(
                            "The price of city J is 0, far below the others, whose median is 5.");
        }

        @Test
        void isNotSeenWhereManyLieFarOut() {
            assertThat(cities("price", 1, 1, 2, 1, 2, 1, 1, 90, 80, 2).said()).isEmpty();
        }

        @Test
        void isNotSeenInFewRows() {
            assertThat(cities("price", 12, 14, 11, 13, 12, 15, 90).said()).isEmpty();
        }

        @Test
        void isNotSeenInEvenOrEqualValues() {
            assertThat(cities("price", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).said()).isEmpty();
            assertThat(cities("price", 4, 4, 4, 4, 4, 4, 4, 4, 4, 4).said()).isEmpty();
        }
    }

    @Nested
    class ADominantShare {

        @Test
        void isSaidOfHalfOrMore() {
            assertThat(cities("total_sales", 600, 200, 150, 50).said())
                    .containsExactly("city A makes up 60 % of the total sales of these 4 rows.");
        }

        @Test
        void isNeverRoundedUpToAllOfIt() {
            assertThat(cities("orders", 99_999, 1, 0).said())
                    .containsExactly("city A makes up 99 % of the orders of these 3 rows.");
        }

        @Test
        void isNotSeenInWhatCannotBeAddedUp() {
            assertThat(cities("avg_price", 600, 200, 150, 50).said()).isEmpty();
            assertThat(cities("profit", 600, 200, -150, 50).said()).isEmpty();
            assertThat(cities("zip_code", 60000, 200, 150, 50).said()).isEmpty();
        }

        @Test
        void isNotSeenInTwoRowsOrBelowHalf() {
            assertThat(cities("orders", 60, 40).said()).isEmpty();
            assertThat(cities("orders", 40, 30, 30).said()).isEmpty();
        }

        @Test
        void namesPeriodsAndKeysWhereThereIsNoName() {
            assertThat(
                            Sheet.of("customer_id", "count(order_id)")
                                    .row(5, 90)
                                    .row(6, 1)
                                    .row(7, 2)
                                    .said())
                    .containsExactly(
                            "customer id 5 makes up 96 % of the count(order id) of these 3 rows.");
            assertThat(
                            Sheet.of("day", "orders")
                                    .row("2026-05-01", 90)
                                    .row("2026-05-02", 1)
                                    .row("2026-05-03", 2)
                                    .said())
                    .containsExactly("1 May 2026 makes up 96 % of the orders of these 3 rows.");
        }
    }

    @Nested
    class AGap {

        @Test
        void isNamed() {
            Sheet sheet = Sheet.of("month", "orders");
            for (int month : new int[] {1, 2, 5, 6, 7}) {
                sheet.row("2026-%02d".formatted(month), 10 + month % 3);
            }
            assertThat(sheet.said())
                    .containsExactly("There is no row for March 2026 and April 2026.");
        }

        @Test
        void ofManyPeriodsIsCounted() {
            Sheet sheet = Sheet.of("year", "orders");
            for (int year : new int[] {2000, 2001, 2003, 2005, 2007, 2009}) {
                sheet.row(year, year % 3);
            }
            assertThat(sheet.observations())
                    .contains(
                            new Observation(
                                    Kind.GAPS,
                                    "4 of 10 years have no row, 2002, 2004 and 2006 among them."));
        }

        @Test
        void isFoundInWeeksAndQuarters() {
            assertThat(
                            Sheet.of("week", "orders")
                                    .row("2026-01-05", 3)
                                    .row("2026-01-12", 4)
                                    .row("2026-01-26", 3)
                                    .row("2026-02-02", 4)
                                    .said())
                    .containsExactly("There is no row for the week of 19 January 2026.");
            assertThat(
                            Sheet.of("quarter", "orders")
                                    .row("2025-Q1", 3)
                                    .row("2025-Q2", 4)
                                    .row("2025-Q4", 3)
                                    .row("2026-Q1", 4)
                                    .said())
                    .containsExactly("There is no row for Q3 2025.");
        }

        @Test
        void isNotSeenAtWeekends() {
            Sheet sheet = Sheet.of("day", "orders");
            for (int day : new int[] {5, 6, 7, 8, 9, 12, 13, 14, 15, 16}) {
                sheet.row("2026-01-%02d".formatted(day), 10 + day % 2);
            }
            assertThat(sheet.said()).isEmpty();
        }

        @Test
        void isNotSeenWhereMostIsMissing() {
            assertThat(
                            Sheet.of("day", "orders")
                                    .row("2026-01-05", 3)
                                    .row("2026-02-07", 4)
                                    .row("2026-04-16", 3)
                                    .row("2026-09-05", 4)
                                    .said())
                    .isEmpty();
        }
    }

    @Nested
    class WhatIsMissing {

        @Test
        void isSaidOfAFifthOrMore() {
            Sheet sheet = Sheet.of("name", "email", "phone");
            for (int i = 0; i < 10; i++) {
                sheet.row("n" + i, i < 2 ? null : "e" + i, null);
            }
            assertThat(sheet.said())
                    .containsExactly(
                            "None of the 10 rows has a value for phone.",
                            "2 of the 10 rows have no value for email.");
        }

        @Test
        void isNotWorthSayingOfLess() {
            Sheet sheet = Sheet.of("name", "email");
            for (int i = 0; i < 10; i++) {
                sheet.row("n" + i, i < 1 ? null : "e" + i);
            }
            assertThat(sheet.said()).isEmpty();
        }
    }

    @Test
    void ofTruncatedRowsNothingIsSaid() {
        assertThat(months("orders", 12, 14, 19, 18, 25, 30).observationsOfTruncated()).isEmpty();
    }

    @Test
    void aColumnThatIsNotToBeSeenIsNotSpokenOf() {
        Sheet sheet = cities("total_sales", 600, 200, 150, 50);
        assertThat(sheet.observationsWithout(1)).isEmpty();
        assertThat(sheet.observationsWithout(0)).isEmpty();
    }

    @Test
    void ragsAndOddValuesDoNoHarm() {
        assertThat(
                        Sheet.of("day", "orders", "note")
                                .row("2026-02-30", Double.NaN)
                                .row("infinity", Double.POSITIVE_INFINITY, "x")
                                .row((Object) null)
                                .row("2026-01-01 10:00:00+02", 3, true)
                                .said())
                .isEmpty();
        assertThat(Sheet.of().row().row().said()).isEmpty();
    }
}
