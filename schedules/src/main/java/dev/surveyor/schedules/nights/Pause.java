package dev.surveyor.schedules.nights;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether all schedules rest, in all processes. */
@Component
public class Pause {

    /** Since when, and who said so. */
    public record Rest(Instant since, String by) {}

    private final JdbcClient client;

    Pause(JdbcClient client) {
        this.client = client;
    }

    public Optional<Rest> current() {
        return client.sql("SELECT paused_at, paused_by FROM schedules_paused")
                .query((row, number) ->
                        new Rest(
                                row.getObject("paused_at", OffsetDateTime.class).toInstant(),
                                row.getString("paused_by")))
                .optional();
    }

    /** Whether that changed anything. */
    public boolean begin(String by) {
        return client.sql(
                                "INSERT INTO schedules_paused (paused_by) VALUES (:by) ON CONFLICT DO NOTHING")
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Whether that changed anything. */
    public boolean end() {
        return client.sql("DELETE FROM schedules_paused").update() == 1;
    }
}
