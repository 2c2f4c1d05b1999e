package dev.surveyor.pipeline.web;

import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.job.SurveyRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What else there is to know of one survey. */
@Component
class SurveyDetails {

    private static final int FAILED_MAX = 100;
    private static final int STEPS_MAX = 200;

    /**
     * A step, as often as it was begun.
     *
     * @param commits bundles of tables that were written
     */
    record SurveyStep(
            String name,
            String status,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt,
            long commits,
            long rollbacks) {}

    /** A table that could not be measured, and why. */
    record FailedTable(String schema, String name, String problem, long tookMillis) {}

    private final JdbcClient client;

    SurveyDetails(JdbcClient client) {
        this.client = client;
    }

    List<SurveyStep> steps(UUID survey) {
        return client.sql(
                        """
                        SELECT s.step_name, s.status, s.start_time, s.end_time, s.commit_count, s.rollback_count
                          FROM batch_job_execution_params p
                          JOIN batch_step_execution s ON s.job_execution_id = p.job_execution_id
                         WHERE p.parameter_name = :name AND p.parameter_value = :survey
                         ORDER BY s.step_execution_id LIMIT :max
                        """)
                .param("name", SurveyRuns.SURVEY)
                .param("survey", survey.toString())
                .param("max", STEPS_MAX)
                .query(SurveyDetails::step)
                .list();
    }

    private static SurveyStep step(ResultSet row, int number) throws SQLException {
        return new SurveyStep(
                row.getString("step_name"),
                row.getString("status"),
                instant(row.getObject("start_time", LocalDateTime.class)),
                instant(row.getObject("end_time", LocalDateTime.class)),
                row.getLong("commit_count"),
                row.getLong("rollback_count"));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(ZoneId.systemDefault()).toInstant();
    }

    List<FailedTable> failed(UUID survey) {
        return client.sql(
                        """
                        SELECT schema, name, problem, took_ms FROM survey_table
                         WHERE survey_id = :survey AND state = 'FAILED'
                         ORDER BY schema, name LIMIT :max
                        """)
                .param("survey", survey)
                .param("max", FAILED_MAX)
                .query((row, number) ->
                        new FailedTable(
                                row.getString("schema"),
                                row.getString("name"),
                                row.getString("problem"),
                                row.getLong("took_ms")))
                .list();
    }

    long failedMore(Survey survey) {
        return Math.max(0, survey.tables().failed() - FAILED_MAX);
    }
}
