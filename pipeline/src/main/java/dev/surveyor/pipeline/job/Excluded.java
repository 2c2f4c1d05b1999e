package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.connections.SurveyOptions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables that their owner does not want to be looked into; their structure is known all the same.
 */
final class Excluded {

    private Excluded() {}

    static boolean is(TableName table, SurveyOptions options) {
        return options.excludedTables().stream()
                .anyMatch(wanted -> pattern(wanted).matcher(table.toString()).matches());
    }

    /** {@code *} stands for any text, everything else for itself. */
    private static Pattern pattern(String wanted) {
        return Pattern.compile(
                List.of(wanted.split("\\*", -1)).stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    static TableProfile profile(TableName table) {
        return new TableProfile(table, Method.NOTHING, null, List.of(), Duration.ZERO, null);
    }
}
