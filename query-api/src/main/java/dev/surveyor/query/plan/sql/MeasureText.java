package dev.surveyor.query.plan.sql;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Arithmetic;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Grain;
import dev.surveyor.query.plan.query.Measure;
import java.time.LocalDate;
import java.util.Locale;

/** What is said differently in each dialect within a select. */
interface MeasureText {

    /** A part of a moment; {@code column} is SQL. */
    String grain(Grain grain, String column, boolean zoned);

    String rounded(String value, int decimals);

    /** The beginning of a day as a constant to compare a column's moments with. */
    String day(LocalDate day, boolean zoned);

    /** A moment's day. */
    String dayOf(String column, boolean zoned);

    /** So that a text and a number can be compared. */
    String asText(String column);

    /** A query of one column, its values as texts. */
    String texts(String query);

    /** One number of two; nothing where it would be divided by nothing. */
    static String arithmetic(Arithmetic how, String left, String right) {
        String divided = " / nullif(" + right + ", 0)";
        return switch (how) {
            case DIFFERENCE -> left + " - " + right;
            case RATIO -> "1.0 * " + left + divided;
            case PERCENTAGE -> "100.0 * " + left + divided;
            case GROWTH -> "100.0 * (" + left + " - " + right + ")" + divided;
        };
    }

    static String function(Measure measure) {
        return measure.function().name().toLowerCase(Locale.ROOT);
    }

    /** The span as conditions over the column's SQL. */
    default String within(Condition.Within within, String column, Lookup lookup) {
        boolean zoned = lookup.lore(within.column()).zoned();
        StringBuilder text = new StringBuilder();
        LocalDate from = within.from();
        if (from != null) {
            text.append(column).append(" >= ").append(day(from, zoned));
        }
        LocalDate before = within.before();
        if (before != null) {
            text.append(text.isEmpty() ? "" : " AND ")
                    .append(column)
                    .append(" < ")
                    .append(day(before, zoned));
        }
        return text.toString();
    }
}
