package dev.surveyor.query.plan.sql;

import dev.surveyor.query.plan.query.Grain;
import java.time.LocalDate;

/** Moments with a zone are taken to UTC, whatever the session's. */
final class PostgresMeasures implements MeasureText {

    @Override
    public String grain(Grain grain, String column, boolean zoned) {
        String moment = zoned ? "(" + column + " AT TIME ZONE 'UTC')" : column;
        return switch (grain) {
            case YEAR -> "extract(year FROM " + moment + ")";
            case QUARTER_NUMBER -> "extract(quarter FROM " + moment + ")";
            case MONTH_NUMBER -> "extract(month FROM " + moment + ")";
            case QUARTER -> "CAST(date_trunc('quarter', " + moment + ") AS date)";
            case MONTH -> "CAST(date_trunc('month', " + moment + ") AS date)";
            case WEEK -> "CAST(date_trunc('week', " + moment + ") AS date)";
            case DAY -> "CAST(" + moment + " AS date)";
        };
    }

    @Override
    public String rounded(String value, int decimals) {
        return "round(CAST(" + value + " AS numeric), " + decimals + ")";
    }

    @Override
    public String day(LocalDate day, boolean zoned) {
        return zoned ? "'" + day + " 00:00:00+00'" : "'" + day + "'";
    }

    @Override
    public String asText(String column) {
        return "CAST(" + column + " AS text)";
    }

    @Override
    public String texts(String query) {
        return "SELECT CAST(q.value AS text) FROM (" + query + ") AS q(value)";
    }

    @Override
    public String dayOf(String column, boolean zoned) {
        return grain(Grain.DAY, column, zoned);
    }
}
