package dev.surveyor.schedules.notice;

import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Connections;
import dev.surveyor.schedules.SchedulesSettings;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is to be told, kept until it was told or given up. */
@Component
public class Notices {

    /**
     * A night that failed.
     *
     * @param survey null: it did not even begin
     * @param sentence why; never holds values of the source
     */
    public record FailedNight(
            UUID connection, LocalDate date, @Nullable UUID survey, String sentence) {}

    private final JdbcClient client;
    private final Connections connections;
    private final SchedulesSettings settings;

    Notices(JdbcClient client, Connections connections, SchedulesSettings settings) {
        this.client = client;
        this.connections = connections;
        this.settings = settings;
    }

    /** Keeps it, in the transaction that is under way, if there is anybody to tell. */
    public void add(FailedNight night) {
        connections
                .byId(night.connection())
                .filter(connection -> hasReceiver(connection.id()))
                .ifPresent(connection -> insert(night, connection));
    }

    private boolean hasReceiver(UUID connection) {
        return !settings.webhookUrl().isEmpty()
                || client.sql(
                                "SELECT EXISTS (SELECT FROM schedule WHERE connection_id = :id AND webhook_url <> '')")
                        .param("id", connection)
                        .query(Boolean.class)
                        .single();
    }

    private void insert(FailedNight night, Connection connection) {
        client.sql(
                        """
                        INSERT INTO schedule_notice (id, connection_id, local_date, body, next_try_at)
                        VALUES (:id, :connection, :date, :body, :now) ON CONFLICT DO NOTHING
                        """)
                .param("id", UUID.randomUUID())
                .param("connection", night.connection())
                .param("date", night.date())
                .param("body", body(night, connection.name()))
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .update();
    }

    private static String body(FailedNight night, String name) {
        Map<String, @Nullable String> told = new LinkedHashMap<>();
        told.put("event", "night.failed");
        told.put("connectionId", night.connection().toString());
        told.put("connectionName", name);
        told.put("night", night.date().toString());
        told.put("surveyId", night.survey() == null ? null : night.survey().toString());
        told.put("state", "FAILED");
        told.put("message", night.sentence());
        return JsonMapper.shared().writeValueAsString(told);
    }
}
