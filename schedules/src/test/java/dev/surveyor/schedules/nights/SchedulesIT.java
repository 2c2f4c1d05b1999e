package dev.surveyor.schedules.nights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.pipeline.SurveyState;
import dev.surveyor.pipeline.Surveys;
import dev.surveyor.schedules.ScheduleHouse;
import dev.surveyor.schedules.ScheduleHouse.Answer;
import dev.surveyor.schedules.timing.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Schedules over HTTP. */
class SchedulesIT {

    private ScheduleHouse house;

    @BeforeEach
    void open() throws Exception {
        house = ScheduleHouse.shared();
    }

    private static String path(UUID connection) {
        return "/api/v1/connections/" + connection + "/schedule";
    }

    private Answer put(UUID connection, String fields) throws Exception {
        return house.send("PUT", path(connection), "admin", fields);
    }

    private Answer get(UUID connection, String who) throws Exception {
        return house.send("GET", path(connection), who, "");
    }

    private String refusal(UUID connection, String fields, String field) throws Exception {
        Answer answer = put(connection, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
        return answer.at("/errors/0/message");
    }

    @Test
    void aNewConnectionIsSurveyedEveryNightWithoutAnybodyDoingAnything() throws Exception {
        UUID connection = house.connection("new", "admin");
        house.bean(NightWatch.class).beat();
        Schedule given = house.bean(ScheduleRows.class).byId(connection).orElseThrow();
        assertThat(given.own()).isFalse();
        Answer shown = get(connection, "admin");
        assertThat(shown.at("/isDefault")).isEqualTo("true");
        assertThat(shown.at("/everyDays")).isEqualTo("1");
        assertThat(shown.at("/timeZone")).isEqualTo("Europe/Berlin");
        assertThat(shown.at("/fullAfterHours")).isEqualTo("168");
        assertThat(shown.at("/window/from")).isEqualTo("01:00");
        assertThat(shown.body().path("nextRuns")).hasSize(5);
        assertThat(shown.body().path("nextRuns"))
                .allSatisfy(run ->
                        assertThat(OffsetDateTime.parse(run.path("at").asString()).getHour())
                                .isBetween(1, 3));
    }

    @Test
    void aCronIsPreviewedInItsZone() throws Exception {
        UUID connection = house.connection("cron", "admin");
        Answer answer =
                put(
                        connection,
                        """
                        {"cron": "30 2 * * *", "timeZone": "Africa/Cairo", "window": {"from": "22:00", "until": "06:00"},
                         "fullAfterHours": 48, "missed": "SKIP"}
                        """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/isDefault")).isEqualTo("false");
        assertThat(answer.body().path("nextRuns"))
                .hasSize(5)
                .allSatisfy(run ->
                        assertThat(run.path("at").asString())
                                .startsWith(run.path("night").asString() + "T02:30"));
        assertThat(get(connection, "admin").body().path("nextRuns"))
                .isEqualTo(answer.body().path("nextRuns"));
        assertThat(put(connection, "{}").at("/isDefault")).isEqualTo("true");
        assertThat(put(connection, "{\"enabled\": false}").body().path("nextRuns")).isEmpty();
    }

    @Test
    void aScheduleThatCannotBeIsRefusedWithWhatIsWrong() throws Exception {
        UUID connection = house.connection("wrong", "admin");
        assertThat(refusal(connection, "{\"cron\": \"at night\"}", "cron"))
                .startsWith("must be minute, hour, day, month and weekday");
        assertThat(refusal(connection, "{\"cron\": \"0 */6 * * *\"}", "cron"))
                .contains("at most once a day");
        assertThat(refusal(connection, "{\"cron\": \"0 2 30 2 *\"}", "cron"))
                .contains("never does");
        assertThat(
                        refusal(
                                connection,
                                "{\"cron\": \"0 14 * * *\", \"window\": {\"from\": \"22:00\", \"until\": \"06:00\"}}",
                                "cron"))
                .contains("window from 22:00 to 06:00: at 14:00");
        assertThat(refusal(connection, "{\"timeZone\": \"Berlin\"}", "timeZone"))
                .contains("Europe/Berlin");
        assertThat(
                        refusal(
                                connection,
                                "{\"everyDays\": 2, \"jitterMinutes\": 60, \"window\": {\"from\": \"01:00\", \"until\": \"02:00\"}}",
                                "jitterMinutes"))
                .contains("less than the window");
        refusal(connection, "{\"cron\": \"0 2 * * *\", \"everyDays\": 1}", "everyDays");
        refusal(connection, "{\"everyDays\": 0}", "everyDays");
        refusal(
                connection,
                "{\"window\": {\"from\": \"1am\", \"until\": \"02:00\"}}",
                "window.from");
    }

    @Test
    void aWebhookMustBeAllowedAndSigned() throws Exception {
        UUID connection = house.connection("hooked", "admin");
        String local = "{\"webhookUrl\": \"http://127.0.0.1:9/nights\"%s}";
        refusal(connection, local.formatted(""), "webhookSecret");
        Answer saved =
                put(connection, local.formatted(", \"webhookSecret\": \"sixteen letters!\""));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(saved.text()).doesNotContain("sixteen letters!");
        assertThat(saved.at("/webhookSecretSet")).isEqualTo("true");
        assertThat(put(connection, local.formatted("")).status()).isEqualTo(200);
        assertThat(
                        refusal(
                                connection,
                                "{\"webhookUrl\": \"http://169.254.169.254/\", \"webhookSecret\": \"sixteen letters!\"}",
                                "webhookUrl"))
                .contains("169.254.169.254");
        refusal(
                connection,
                "{\"webhookUrl\": \"http://me:pass@127.0.0.1/\", \"webhookSecret\": \"sixteen letters!\"}",
                "webhookUrl");
        refusal(connection, "{\"webhookUrl\": \"file:///etc/passwd\"}", "webhookUrl");
        assertThat(
                        house.catalog()
                                .sql(
                                        "SELECT sealed_webhook_secret FROM schedule WHERE connection_id = :id")
                                .param("id", connection)
                                .query(String.class)
                                .single())
                .doesNotContain("sixteen");
    }

    @Test
    void operatorsSeeAllSchedulesOthersTheirOwn() throws Exception {
        house.register("olga", "OPERATOR");
        house.register("uma", "USER");
        house.register("otto", "USER");
        UUID connection = house.connection("of uma", "uma");
        assertThat(get(connection, "uma").status()).isEqualTo(200);
        assertThat(get(connection, "otto").status()).isEqualTo(404);
        assertThat(house.send("PUT", path(connection), "otto", "{}").status()).isEqualTo(404);
        assertThat(house.send("PUT", path(connection), "olga", "{\"everyDays\": 2}").status())
                .isEqualTo(200);
        house.bean(NightWatch.class).beat();
        assertThat(listed("otto")).isEmpty();
        assertThat(listed("uma")).containsExactly(connection.toString());
        assertThat(listed("olga")).contains(connection.toString()).hasSizeGreaterThan(1);
    }

    /** Page by page. */
    private Set<String> listed(String who) throws Exception {
        Set<String> found = new HashSet<>();
        String next = "";
        do {
            Answer page = house.send("GET", "/api/v1/schedules?limit=2" + next, who, "");
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (JsonNode item : page.body().path("items")) {
                assertThat(found.add(item.path("connectionId").asString())).isTrue();
            }
            next = "&after=" + page.at("/next");
        } while (!next.equals("&after="));
        return found;
    }

    @Test
    void allSchedulesArePausedAndResumedAndThatIsWrittenDown() throws Exception {
        house.register("olaf", "OPERATOR");
        house.register("ulla", "USER");
        assertThat(house.send("POST", "/api/v1/schedules/pause", "ulla", "").status())
                .isEqualTo(403);
        assertThat(house.send("POST", "/api/v1/schedules/pause", "olaf", "").at("/paused/by"))
                .isEqualTo("olaf");
        assertThat(house.send("GET", "/api/v1/schedules", "admin", "").at("/paused/by"))
                .isEqualTo("olaf");
        assertThat(house.send("POST", "/api/v1/schedules/resume", "admin", "").at("/paused/by"))
                .isEmpty();
        assertThat(house.send("GET", "/api/v1/audit?limit=10", "admin", "").text())
                .contains("schedules.paused", "schedules.resumed");
    }

    @Test
    void ofADeletedConnectionNoScheduleIsLeft() throws Exception {
        UUID connection = house.connection("deleted", "admin");
        get(connection, "admin");
        assertThat(left(connection)).isEqualTo(2);
        assertThat(house.send("DELETE", "/api/v1/connections/" + connection, "admin", "").status())
                .isEqualTo(204);
        ScheduleHouse.await(() -> left(connection) == 0);
        assertThat(get(connection, "admin").status()).isEqualTo(404);
    }

    private int left(UUID connection) {
        return house.catalog()
                .sql(
                        """
                        SELECT (SELECT count(*) FROM schedule WHERE connection_id = :id)
                             + (SELECT count(*) FROM qrtz_triggers WHERE trigger_name = :name)
                        """)
                .param("id", connection)
                .param("name", connection.toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void aNightWhoseDatabaseIsAwayFailsAndIsShown() throws Exception {
        UUID connection = house.connection("away", "admin");
        assertThat(put(connection, "{\"cron\": \"0 2 * * *\"}").status()).isEqualTo(200);
        Instant due = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        house.bean(ScheduleRows.class)
                .bringForward(connection, new Occurrence(LocalDate.now(ZoneOffset.UTC), due));
        assertThat(house.bean(Nights.class).due(connection)).isTrue();
        Surveys surveys = house.bean(Surveys.class);
        ScheduleHouse.await(() ->
                surveys.newest(connection)
                        .filter(survey -> survey.state() == SurveyState.FAILED)
                        .isPresent());
        house.bean(NightWatch.class).beat();
        Answer shown = get(connection, "admin");
        assertThat(shown.at("/lastRun/state")).isEqualTo("FAILED");
        assertThat(shown.at("/lastRun/message")).isNotBlank();
        assertThat(shown.at("/lastRun/surveyId"))
                .isEqualTo(surveys.newest(connection).orElseThrow().id().toString());
    }
}
