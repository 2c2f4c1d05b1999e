package dev.surveyor.access;

import static dev.surveyor.access.AccessServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.access.AccessServer.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshIT {

    private static final int AT_ONCE = 200;

    private final AccessServer server = AccessServer.shared();
    private String name = "";
    private String refreshToken = "";

    @BeforeEach
    void somebodyIsIn() {
        name = AccessServer.uniqueName("refresh");
        server.register(name);
        refreshToken = server.logIn(name, PASSWORD).text("refreshToken");
    }

    private Answer refresh(String token) {
        return server.post("/api/v1/auth/refresh", Map.of("refreshToken", token));
    }

    /** As if all tokens that were used had been used that long ago. */
    private void timePasses(String interval) {
        server.store()
                .sql(
                        """
                        UPDATE refresh_token t SET used_at = used_at - :interval::interval
                          FROM login_session s JOIN app_user u ON u.id = s.user_id
                         WHERE s.id = t.session_id AND u.username = :name
                        """)
                .param("interval", interval)
                .param("name", name)
                .update();
    }

    @Test
    void ofTwoHundredWhoComeAtOnceWithOneTokenOneGetsTheNextAndNothingElseHappens() {
        List<Answer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    threads
                            .invokeAll(
                                    IntStream.range(0, AT_ONCE)
                                            .<java.util.concurrent.Callable<Answer>>mapToObj(
                                                    i -> () -> refresh(refreshToken))
                                            .toList())
                            .stream()
                            .map(future -> future.resultNow())
                            .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        List<Answer> winners = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(winners).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allMatch(answer -> answer.status() == 401);
        assertThat(refresh(winners.getFirst().text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatComesAgainLaterEndsTheWholeLogIn() {
        Answer next = refresh(refreshToken);
        assertThat(refresh(refreshToken).status()).isEqualTo(401);
        assertThat(
                        server.get("/api/v1/auth/me", AccessServer.bearer(next.text("accessToken")))
                                .status())
                .as("within seconds it may have been another tab")
                .isEqualTo(200);
        timePasses("11 seconds");
        assertThat(refresh(refreshToken).status()).isEqualTo(401);
        assertThat(refresh(next.text("refreshToken")).status()).isEqualTo(401);
        assertThat(
                        server.get("/api/v1/auth/me", AccessServer.bearer(next.text("accessToken")))
                                .status())
                .isEqualTo(401);
        Answer trail =
                server.get(
                        "/api/v1/audit?limit=1&action=session.refresh-token-reused",
                        server.asAdmin());
        assertThat(trail.json().path("items").path(0).path("subjectId").asString())
                .isEqualTo(next.json().path("user").path("id").asString());
    }

    @Test
    void aLogInThatRestedTooLongIsOver() {
        server.store()
                .sql(
                        """
                        UPDATE login_session s SET idle_until = now() - interval '1 second'
                          FROM app_user u WHERE u.id = s.user_id AND u.username = :name
                        """)
                .param("name", name)
                .update();
        assertThat(refresh(refreshToken).status()).isEqualTo(401);
    }

    @Test
    void thereAreOnlySoManyLogInsOfOnePerson() {
        try (AccessServer strict = AccessServer.with(Map.of("surveyor.access.sessions-max", "2"))) {
            String second = strict.logIn(name, PASSWORD).text("refreshToken");
            String third = strict.logIn(name, PASSWORD).text("refreshToken");
            assertThat(refresh(refreshToken).status()).isEqualTo(401);
            assertThat(refresh(second).status()).isEqualTo(200);
            assertThat(refresh(third).status()).isEqualTo(200);
        }
    }

    @Test
    void aBrowserKeepsItInACookieThatOnlyOurOwnPagesUse() {
        Answer in =
                server.post(
                        "/api/v1/auth/login",
                        Map.of(
                                "username", name,
                                "password", PASSWORD,
                                "keepRefreshTokenIn", "COOKIE"));
        assertThat(in.json().path("refreshToken").isNull()).isTrue();
        assertThat(in.header("Set-Cookie"))
                .contains("surveyor_refresh=", "HttpOnly", "SameSite=Strict", "Path=/api/v1/auth");
        String cookie = in.header("Set-Cookie").replaceFirst(";.*", "");

        Answer otherSite =
                server.post(
                        "/api/v1/auth/refresh",
                        null,
                        "Cookie",
                        cookie,
                        "Sec-Fetch-Site",
                        "cross-site");
        assertThat(otherSite.status()).isEqualTo(403);
        assertThat(otherSite.text("code")).isEqualTo("other-site");
        assertThat(
                        server.post(
                                        "/api/v1/auth/refresh",
                                        null,
                                        "Cookie",
                                        cookie,
                                        "Origin",
                                        "http://evil.example")
                                .status())
                .isEqualTo(403);
        assertThat(server.post("/api/v1/auth/refresh", null, "Cookie", cookie).status())
                .as("a client that names no origin is no browser")
                .isEqualTo(403);

        Answer own =
                server.post(
                        "/api/v1/auth/refresh",
                        null,
                        "Cookie",
                        cookie,
                        "Sec-Fetch-Site",
                        "same-origin");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header("Set-Cookie")).contains("surveyor_refresh=").doesNotContain(cookie);
    }
}
