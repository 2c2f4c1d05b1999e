package dev.surveyor.schedules.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what is to be told. */
@Component
class NoticeRows {

    /**
     * Something to tell.
     *
     * @param tries this one included
     * @param url the connection's own receiver; empty: none
     */
    record Notice(
            UUID id,
            UUID connection,
            String body,
            int tries,
            String url,
            @Nullable String sealedSecret) {}

    private final JdbcClient client;

    NoticeRows(JdbcClient client) {
        this.client = client;
    }

    /** The one that waits for longest; nobody else gets it before that time. */
    Optional<Notice> take(Instant now, Instant ours) {
        return client.sql(
                        """
                        UPDATE schedule_notice n SET tries = tries + 1, next_try_at = :ours
                          FROM (SELECT id FROM schedule_notice
                                 WHERE ended_at IS NULL AND next_try_at <= :now
                                 ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED) due
                         WHERE n.id = due.id
                        RETURNING n.id, n.connection_id, n.body, n.tries,
                            (SELECT coalesce(max(s.webhook_url), '') FROM schedule s
                              WHERE s.connection_id = n.connection_id) AS url,
                            (SELECT s.sealed_webhook_secret FROM schedule s
                              WHERE s.connection_id = n.connection_id) AS secret
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ours", ours.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Notice(
                                row.getObject("id", UUID.class),
                                row.getObject("connection_id", UUID.class),
                                row.getString("body"),
                                row.getInt("tries"),
                                row.getString("url"),
                                row.getString("secret")))
                .optional();
    }

    void again(Notice notice, Instant at, String result) {
        client.sql("UPDATE schedule_notice SET next_try_at = :at, result = :result WHERE id = :id")
                .param("id", notice.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("result", result)
                .update();
    }

    void over(Notice notice, String result) {
        client.sql("UPDATE schedule_notice SET ended_at = now(), result = :result WHERE id = :id")
                .param("id", notice.id())
                .param("result", result)
                .update();
    }
}
