package dev.surveyor.query.plan.sql;

import dev.surveyor.query.plan.query.Grain;
import java.time.LocalDate;

/** Moments are texts, as SQLite's own functions read them. */
final class SqliteMeasures implements MeasureText {

    @Override
    public String grain(Grain grain, String column, boolean zoned) {
        return switch (grain) {
            case YEAR -> "CAST(strftime('%Y', " + column + ") AS INTEGER)";
            case QUARTER_NUMBER -> "((CAST(strftime('%m', " + column + ") AS INTEGER) + 2) / 3)";
            case MONTH_NUMBER -> "CAST(strftime('%m', " + column + ") AS INTEGER)";
            case QUARTER ->
                    "date("
                            + column
                            + ", 'start of month', '-' || ((CAST(strftime('%m', "
                            + column
                            + ") AS INTEGER) - 1) % 3) || ' months')";
            case MONTH -> "date(" + column + ", 'start of month')";
            case WEEK -> "date(" + column + ", '-6 days', 'weekday 1')";
            case DAY -> "date(" + column + ")";
        };
    }

    @Override
    public String rounded(String value, int decimals) {
        return "round(" + value + ", " + decimals + ")";
    }

    @Override
    public String day(LocalDate day, boolean zoned) {
        return "'" + day + "'";
    }

    @Override
    public String asText(String column) {
        return column;
    }

    @Override
    public String texts(String query) {
        return query;
    }

    @Override
    public String dayOf(String column, boolean zoned) {
        return "date(" + column + ")";
    }
}
