package dev.surveyor.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.access.AccessServer.Answer;
import dev.surveyor.access.audit.JdbcAuditTrail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

class AuditIT {

    private static final String AUDIT = "/api/v1/audit";

    private final AccessServer server = AccessServer.shared();

    @Test
    void itSaysWhoDidWhatToWhomWhenAndFromWhere() {
        String name = AccessServer.uniqueName("audited");
        String id = server.register(name);
        String[] admin = server.asAdmin();
        server.put(
                "/api/v1/users/" + id,
                Map.of("role", "POWER"),
                admin[0],
                admin[1],
                "X-Request-Id",
                "audit-test-7");
        Answer answer = server.get(AUDIT + "?action=user.changed&subjectId=" + id, admin);
        JsonNode entry = answer.json().path("items").path(0);
        assertThat(entry.path("actor").asString()).isEqualTo("admin");
        assertThat(entry.path("subjectId").asString()).isEqualTo(id);
        assertThat(entry.path("details").path("role").asString()).isEqualTo("POWER");
        assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.path("request").asString()).isEqualTo("audit-test-7");
        assertThat(server.get(AUDIT, server.as(name)).status()).isEqualTo(403);
    }

    @Test
    void itIsReadPageByPageAndByTime() {
        String name = AccessServer.uniqueName("pages");
        String id = server.register(name);
        for (int i = 0; i < 5; i++) {
            server.logIn(name, "wrong");
        }
        String[] admin = server.asAdmin();
        String filter = "?subjectKind=user&subjectId=" + id;
        List<Long> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = server.get(AUDIT + filter + "&limit=2" + after, admin).json();
            page.path("items").valueStream().forEach(entry -> ids.add(entry.path("id").asLong()));
            after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(ids).hasSize(6).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(
                        server.get(AUDIT + filter + "&until=2020-01-01T00:00:00Z", admin)
                                .json()
                                .path("items")
                                .isEmpty())
                .isTrue();
    }

    @Test
    void theProgramItselfCanNeitherChangeNorDeleteIt() {
        for (String statement :
                new String[] {
                    "UPDATE audit_event SET actor = 'somebody else'",
                    "DELETE FROM audit_event",
                    "TRUNCATE audit_event",
                    "ALTER TABLE audit_event DISABLE TRIGGER ALL"
                }) {
            assertThatThrownBy(() -> server.store().sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatIsOlderThanItIsKeptIsForgottenButNeverTheLastThirtyDays() {
        server.register(AccessServer.uniqueName("old"));
        AccessServer.superuser()
                .sql(
                        """
                        INSERT INTO surveyor.audit_event
                               (at, actor, action, subject_kind, subject_id, details, address, request)
                        SELECT now() - make_interval(days => day), 'x', 'aged', 'x', day::text, '{}', '-', '-'
                          FROM unnest(ARRAY[10, 29, 31, 90]) AS day
                        """)
                .update();
        server.bean(JdbcAuditTrail.class).forgetOlderThan(Duration.ofDays(60));
        assertThat(agedDays()).containsExactly("10", "29", "31");
        server.bean(JdbcAuditTrail.class).forgetOlderThan(Duration.ofDays(1));
        assertThat(agedDays()).containsExactly("10", "29");
    }

    private List<String> agedDays() {
        return server.store()
                .sql("SELECT subject_id FROM audit_event WHERE action = 'aged' ORDER BY at DESC")
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    void noSecretEverGoesIntoIt() {
        String name = AccessServer.uniqueName("secret");
        server.register(name);
        server.logIn(name, "a password typed wrong");
        server.logIn("a password typed as name", "x");
        assertThat(
                        server.store()
                                .sql(
                                        """
                                        SELECT count(*) FROM audit_event e
                                         WHERE e::text LIKE '%typed%' OR e::text LIKE '%staple%'
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
    }
}
