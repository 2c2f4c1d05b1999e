package dev.surveyor.pipeline;

import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.TableName;
import java.util.List;

/**
 * Asked, once for a table, about the columns of which the rules are unsure. Who cannot or may not
 * say anything, or has spent what it may, answers nothing; what it answers is checked.
 */
@FunctionalInterface
public interface StrategyAdvisor {

    /** More columns of one table are not asked about. */
    int COLUMNS_MAX = 40;

    /** Longer reasons are cut. */
    int REASON_CHARS_MAX = 300;

    /** Says nothing. */
    StrategyAdvisor NONE = _ -> List.of();

    /**
     * A table with columns whose strategy is unsure.
     *
     * @param description what is known of the table in words; text of the database is quoted
     */
    record Question(TableName table, String description, List<UnsureColumn> columns) {

        public Question {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column whose strategy is unsure.
     *
     * @param found what the rules say, with their evidence
     * @param samples some of its values, quoted and cut; none of personal columns. Whether they may
     *     leave is the connection's egress to say.
     */
    record UnsureColumn(String name, String type, StrategyVerdict found, List<String> samples) {

        public UnsureColumn {
            samples = List.copyOf(samples);
        }
    }

    /**
     * What to do with one column.
     *
     * @param reason one sentence that a person can check
     * @param confidence between 0 and 1
     */
    record Advice(String column, Strategy strategy, String reason, double confidence) {}

    List<Advice> advise(Question question);
}
