package dev.surveyor.connections;

import java.util.List;

/**
 * How a connection is surveyed.
 *
 * @param tableSecondsMax most time that one table may take
 * @param excludedTables that are not profiled: {@code schema.table}, {@code *} for any text
 * @param keepValues whether values and samples are kept; if not, only the shape is
 * @param askModel whether a language model may help where rules are unsure, within the egress
 */
public record SurveyOptions(
        int tableSecondsMax, List<String> excludedTables, boolean keepValues, boolean askModel) {

    public static final SurveyOptions STANDARD = new SurveyOptions(60, List.of(), true, true);

    public SurveyOptions {
        excludedTables = List.copyOf(excludedTables);
    }
}
