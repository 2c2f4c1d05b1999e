package dev.surveyor.access.audit;

import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the trail in the store, whose rights let this program add and read, not change. */
@Component
public class JdbcAuditTrail implements AuditTrail {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    /** One line of the trail. */
    record Entry(
            long id,
            Instant at,
            @Nullable UUID actorId,
            String actor,
            String action,
            String subjectKind,
            String subjectId,
            Map<String, Object> details,
            String address,
            String request) {}

    /** Which lines are wanted; null: any. */
    record Wanted(
            @Nullable UUID actorId,
            @Nullable String action,
            @Nullable String subjectKind,
            @Nullable String subjectId,
            @Nullable Instant from,
            @Nullable Instant until) {}

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient client;

    JdbcAuditTrail(JdbcClient client) {
        this.client = client;
    }

    @Override
    public void record(
            Actor actor,
            String action,
            String subjectKind,
            String subjectId,
            Map<String, ?> details) {
        Exchange exchange = Exchange.current();
        client.sql(
                        """
                        INSERT INTO audit_event
                               (actor_id, actor, action, subject_kind, subject_id, details, address, request)
                        VALUES (:actorId, :actor, :action, :kind, :id, :details::jsonb, :address, :request)
                        """)
                .param("actorId", actor.id())
                .param("actor", actor.name())
                .param("action", action)
                .param("kind", subjectKind)
                .param("id", subjectId)
                .param("details", JSON.writeValueAsString(details))
                .param("address", exchange.address())
                .param("request", exchange.requestId())
                .update();
    }

    /** Newest first, beginning before one of them. */
    List<Entry> page(Wanted wanted, long before, int limit) {
        return client.sql(
                        """
                        SELECT id, at, actor_id, actor, action, subject_kind, subject_id, details::text,
                               address, request
                          FROM audit_event
                         WHERE id < :before
                           AND (:actorId::uuid IS NULL OR actor_id = :actorId)
                           AND (:action::text IS NULL OR action = :action)
                           AND (:kind::text IS NULL OR subject_kind = :kind)
                           AND (:subject::text IS NULL OR subject_id = :subject)
                           AND (:from::timestamptz IS NULL OR at >= :from)
                           AND (:until::timestamptz IS NULL OR at < :until)
                         ORDER BY id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("actorId", wanted.actorId())
                .param("action", wanted.action())
                .param("kind", wanted.subjectKind())
                .param("subject", wanted.subjectId())
                .param("from", offset(wanted.from()))
                .param("until", offset(wanted.until()))
                .param("limit", limit)
                .query((row, number) ->
                        new Entry(
                                row.getLong("id"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getObject("actor_id", UUID.class),
                                row.getString("actor"),
                                row.getString("action"),
                                row.getString("subject_kind"),
                                row.getString("subject_id"),
                                JSON.readValue(row.getString("details"), DETAILS),
                                row.getString("address"),
                                row.getString("request")))
                .list();
    }

    /** Times that the store cannot hold are as good as the ends of what it can. */
    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        Instant notBefore = instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
        return (notBefore.isAfter(LATEST) ? LATEST : notBefore).atOffset(ZoneOffset.UTC);
    }

    /** Forgets what is older; the store keeps the last thirty days whatever is asked. */
    public long forgetOlderThan(Duration age) {
        return client.sql("SELECT forget_audit_before(now() - make_interval(secs => :age))")
                .param("age", age.toSeconds())
                .query(Long.class)
                .single();
    }
}
