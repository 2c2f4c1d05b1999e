package dev.surveyor.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One run, as it is told and kept.
 *
 * @param command what to type after {@code surveyor} to run it again
 * @param when its end, in UTC
 * @param machine what it ran on
 */
record Result(String command, String when, String machine, Report report) {

    static Result now(String command, Report report) {
        String when = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Result(command, when, Machine.line(), report);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(command).append(", ").append(when).append('\n');
        text.append(machine).append("\n\n");
        text.append(report.table()).append('\n');
        if (!report.remarks().isEmpty()) {
            text.append(String.join("\n", report.remarks())).append("\n\n");
        }
        return text.append("RESULT ").append(report.figures()).append('\n').toString();
    }
}
