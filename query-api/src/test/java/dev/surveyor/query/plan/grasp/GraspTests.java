package dev.surveyor.query.plan.grasp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.plan.link.Linker;
import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.read.Clues;
import dev.surveyor.query.plan.sql.SqlWriter;
import dev.surveyor.query.plan.words.Sentence;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraspTests {

    private static final Lookup LOOKUP = Kiosk.lookup();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private static List<Understood> understood(String question) {
        Sentence sentence = Sentence.of(question);
        Links links = Linker.link(LOOKUP, sentence);
        return Grasp.of(LOOKUP, links, Clues.of(sentence), TODAY);
    }

    private static String sql(String question) {
        Understood best = understood(question).getFirst();
        assertThat(best.left()).isEmpty();
        return SqlWriter.of("sqlite").write(best.query(), LOOKUP).replace("\"", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    in May 2026                          | >= '2026-05-01' AND t1.placed_on < '2026-06-01'
                    in 2025                              | >= '2025-01-01' AND t1.placed_on < '2026-01-01'
                    in the second quarter of 2025        | >= '2025-04-01' AND t1.placed_on < '2025-07-01'
                    in Q3 2024                           | >= '2024-07-01' AND t1.placed_on < '2024-10-01'
                    between January 2024 and March 2024  | >= '2024-01-01' AND t1.placed_on < '2024-04-01'
                    since March 2026                     | >= '2026-03-01'
                    before 2025                          | < '2025-01-01'
                    after 3 May 2026                     | >= '2026-05-04'
                    on 2026-05-03                        | >= '2026-05-03' AND t1.placed_on < '2026-05-04'
                    last month                           | >= '2026-05-01' AND t1.placed_on < '2026-06-01'
                    last year                            | >= '2025-01-01' AND t1.placed_on < '2026-01-01'
                    in the last 30 days                  | >= '2026-06-01' AND t1.placed_on < '2026-07-01'
                    yesterday                            | >= '2026-06-29' AND t1.placed_on < '2026-06-30'
                    """)
    void spansOfDaysAreRead(String span, String condition) {
        assertThat(sql("How many orders were placed " + span + "?"))
                .isEqualTo("SELECT count(*) FROM orders AS t1 WHERE t1.placed_on " + condition);
    }

    @Test
    void whatIsLeftOutIsNotCounted() {
        assertThat(sql("How many orders are there? Leave cancelled orders out."))
                .endsWith("WHERE t1.status <> 'cancelled'");
        assertThat(sql("How many orders were placed, cancelled ones included?"))
                .doesNotContain("WHERE");
    }

    @Test
    void nothingOfAnotherTableIsAskedForWithin() {
        assertThat(sql("How many clients have never placed an order?"))
                .endsWith("WHERE t1.client_id NOT IN (SELECT t2.client_id FROM orders AS t2)");
    }

    @Test
    void aMissingReferenceIsMissing() {
        assertThat(sql("How many employees have no manager?"))
                .isEqualTo("SELECT count(*) FROM staff AS t1 WHERE t1.manager_id IS NULL");
    }

    @Test
    void whoIsPresentHasNotLeft() {
        assertThat(sql("How many current employees does each department have?"))
                .isEqualTo(
                        "SELECT t1.department, count(*) FROM staff AS t1"
                                + " WHERE t1.left_on IS NULL GROUP BY t1.department");
    }

    @Test
    void truthValuesAreSaidByTheirNames() {
        assertThat(sql("How many orders are gifts?")).endsWith("WHERE t1.is_gift");
        assertThat(sql("How many orders are not gifts?")).endsWith("WHERE NOT t1.is_gift");
    }

    @Test
    void valuesInSeveralSpellingsAreAllMeant() {
        assertThat(sql("How many clients live in Paris?"))
                .endsWith("WHERE lower(trim(t1.city)) = 'paris'");
    }

    @Test
    void momentsOfARowAreCompared() {
        assertThat(sql("How many orders were delivered after the day promised?"))
                .endsWith("WHERE date(t1.delivered_on) > date(t1.promised_on)");
    }

    @Test
    void sharesArePercentages() {
        assertThat(sql("What percentage of the orders placed in 2025 was cancelled?"))
                .startsWith(
                        "SELECT avg(CASE WHEN t1.status = 'cancelled' THEN 100.0 ELSE 0.0 END)"
                                + " FROM orders AS t1 WHERE t1.placed_on >= '2025-01-01'");
    }

    @Test
    void figuresAreRoundedAsWished() {
        assertThat(sql("What is the average total of orders per channel, to two decimals?"))
                .isEqualTo(
                        "SELECT t1.channel, round(avg(t1.total), 2) FROM orders AS t1"
                                + " GROUP BY t1.channel");
    }

    @Test
    void groupsMayBePartsOfDays() {
        assertThat(sql("How many orders were placed per month?"))
                .isEqualTo(
                        "SELECT date(t1.placed_on, 'start of month'), count(*)"
                                + " FROM orders AS t1"
                                + " GROUP BY date(t1.placed_on, 'start of month')");
    }

    @Test
    void theMostIsCountedAndShown() {
        assertThat(sql("Which client has placed the most orders, and how many?"))
                .isEqualTo(
                        "SELECT t2.name, count(*) FROM orders AS t1 JOIN clients AS t2"
                                + " ON t1.client_id = t2.client_id"
                                + " GROUP BY t2.client_id, t2.name"
                                + " ORDER BY count(*) DESC LIMIT 1");
    }

    @Test
    void theSecondMostSkipsTheFirst() {
        assertThat(sql("Which channel has the second highest total?")).endsWith("LIMIT 1 OFFSET 1");
    }

    @Test
    void manyOfAnotherTableAreCountedWithin() {
        assertThat(sql("How many clients have placed more than 20 orders?"))
                .endsWith(
                        "WHERE t1.client_id IN (SELECT t2.client_id FROM orders AS t2"
                                + " GROUP BY t2.client_id HAVING count(*) > 20)");
    }

    @Test
    void wordsWithoutAPlaceAreNamed() {
        assertThat(understood("How many of our clients have children?").getFirst().left())
                .containsExactly("children");
        assertThat(understood("How many orders will be placed in 2028?").getFirst().left())
                .containsExactly("will");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    How many orders were placed in May 2026? | And in April 2026?   | How many orders were placed in April 2026?
                    How many orders were placed in 2025?     | Now by channel.      | How many orders were placed in 2025 by channel?
                    How many clients are gold?               | What about silver?   | How many clients are silver?
                    How many orders are gifts?               | As a percentage.     | What percentage of orders are gifts
                    How many orders are gifts?               | How many clients are there? | How many clients are there?
                    """)
    void followUpsChangeTheQuestionBefore(String before, String edit, String meant) {
        assertThat(FollowUp.whole(List.of(before), edit, LOOKUP)).isEqualTo(meant);
    }

    @Test
    void figuresAreSetAgainstEachOther() {
        assertThat(sql("What is the ratio of cancelled orders to delivered orders?"))
                .isEqualTo(
                        "SELECT 1.0 * (SELECT count(*) FROM orders AS t1"
                                + " WHERE t1.status = 'cancelled') / nullif((SELECT count(*)"
                                + " FROM orders AS t2 WHERE t2.status = 'delivered'), 0)");
        assertThat(sql("What is the total of the orders divided by the number of clients?"))
                .startsWith("SELECT 1.0 * (SELECT sum(t1.total) FROM orders AS t1)")
                .endsWith("nullif((SELECT count(*) FROM clients AS t2), 0)");
        assertThat(sql("What are the orders per client?"))
                .startsWith("SELECT 1.0 * (SELECT count(*) FROM orders AS t1)")
                .endsWith("nullif((SELECT count(*) FROM clients AS t2), 0)");
    }

    @Test
    void differencesOverTheSameRowsMayBeGrouped() {
        assertThat(sql("What is the difference between the highest and the lowest total?"))
                .isEqualTo("SELECT max(t1.total) - min(t1.total) FROM orders AS t1");
        assertThat(
                        sql(
                                "What is the difference between the highest and the lowest total"
                                        + " per channel?"))
                .isEqualTo(
                        "SELECT t1.channel, max(t1.total) - min(t1.total) FROM orders AS t1"
                                + " GROUP BY t1.channel");
    }

    @Test
    void countsOfGroupsAreAveraged() {
        assertThat(sql("What is the average number of orders per client, to one decimal?"))
                .isEqualTo(
                        "SELECT round(1.0 * count(*) / nullif(count(DISTINCT t2.client_id), 0), 1)"
                                + " FROM orders AS t1 JOIN clients AS t2"
                                + " ON t1.client_id = t2.client_id");
        assertThat(sql("What is the highest number of orders per client?"))
                .endsWith("GROUP BY t2.client_id ORDER BY count(*) DESC LIMIT 1");
    }

    @Test
    void spansAreComparedWithEachOther() {
        assertThat(sql("How much did the total of orders grow from 2024 to 2025?"))
                .isEqualTo(
                        "SELECT (SELECT sum(t1.total) FROM orders AS t1 WHERE t1.placed_on >="
                                + " '2025-01-01' AND t1.placed_on < '2026-01-01') - (SELECT"
                                + " sum(t2.total) FROM orders AS t2 WHERE t2.placed_on >="
                                + " '2024-01-01' AND t2.placed_on < '2025-01-01')");
        assertThat(sql("By how many percent did web orders increase in 2025 compared to 2024?"))
                .startsWith("SELECT 100.0 * (")
                .contains("t1.channel = 'web'", "t2.channel = 'web'");
    }

    @Test
    void columnsAreMultipliedWhereTheyAreNamedOrNoTotalIsKept() {
        String product = "SELECT sum(t1.quantity * t1.unit_price) FROM order_lines AS t1";
        assertThat(sql("What is the total of quantity times unit price?")).isEqualTo(product);
        assertThat(sql("What was our revenue in 2025?"))
                .startsWith(product + " JOIN orders AS t2")
                .contains("t2.placed_on >= '2025-01-01'");
    }

    @Test
    void rowsAreComparedWithTheOneThatTheyReferTo() {
        assertThat(sql("Which employees earn more than their manager?"))
                .isEqualTo(
                        "SELECT t1.name FROM staff AS t1 WHERE t1.salary > (SELECT t2.salary"
                                + " FROM staff AS t2 WHERE t2.employee_id = t1.manager_id)");
        assertThat(sql("How many employees have a lower salary than their manager?"))
                .contains("t1.salary < (SELECT t2.salary");
        assertThat(sql("List all employees and their managers."))
                .isEqualTo(
                        "SELECT t1.name, (SELECT t2.name FROM staff AS t2"
                                + " WHERE t2.employee_id = t1.manager_id) FROM staff AS t1");
    }

    @Test
    void theFirstAndTheLastDayAreFound() {
        assertThat(sql("When was the first order placed?"))
                .isEqualTo("SELECT min(t1.placed_on) FROM orders AS t1");
        assertThat(sql("When was the last order delivered?"))
                .isEqualTo("SELECT max(t1.delivered_on) FROM orders AS t1");
        assertThat(sql("When did each client last order?"))
                .startsWith("SELECT t2.name, max(t1.placed_on)")
                .endsWith("GROUP BY t2.client_id, t2.name");
    }

    @Test
    void statesThatExcludeEachOtherAreToldByDays() {
        assertThat(sql("How many orders were open but not delivered?"))
                .endsWith("WHERE t1.status = 'open' AND t1.delivered_on IS NULL");
        assertThat(sql("How many orders were neither delivered nor cancelled?"))
                .endsWith("WHERE t1.status <> 'delivered' AND t1.status <> 'cancelled'");
    }
}
