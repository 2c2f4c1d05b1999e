package dev.surveyor.access;

import static dev.surveyor.access.AccessServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.access.AccessServer.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HygieneIT {

    private static final String LOGIN = "/api/v1/auth/login";
    private static final String REGISTER = "/api/v1/auth/register";

    private final AccessServer server = AccessServer.shared();

    private static String field(Answer answer) {
        return answer.json().path("errors").path(0).path("field").asString();
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectAPage() {
        for (Answer answer :
                new Answer[] {
                    server.get("/api/v1/auth/me"), server.get("/no-such-path"), server.get("/")
                }) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("script-src 'self' 'unsafe-inline'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("X-Request-Id")).isNotEmpty();
            assertThat(answer.header("Strict-Transport-Security")).as("plain HTTP").isEmpty();
        }
    }

    @Test
    void anIdThatTheCallerGaveIsKeptUnlessItIsNoId() {
        assertThat(server.get("/", "X-Request-Id", "abc.1").header("X-Request-Id"))
                .isEqualTo("abc.1");
        assertThat(server.get("/", "X-Request-Id", "<script>").header("X-Request-Id"))
                .doesNotContain("<");
    }

    @Test
    void wrongInputIsToldByFieldAndNeverAsAFailureOfOurs() {
        assertThat(field(server.postText(LOGIN, "{\"username\":\"a\"}"))).isEqualTo("password");
        assertThat(field(server.postText(LOGIN, "{\"username\":1,\"password\":\"b\"}")))
                .isEqualTo("username");
        assertThat(field(server.postText(LOGIN, "{\"username\":\"a\",\"password\":\"b\",\"x\":1}")))
                .isEqualTo("x");
        assertThat(
                        field(
                                server.postText(
                                        LOGIN,
                                        "{\"username\":\"a\",\"username\":\"b\",\"password\":\"b\"}")))
                .isEqualTo("body");
        assertThat(field(server.postText(LOGIN, "[]"))).isEqualTo("body");
        assertThat(field(server.postText(LOGIN, ""))).isEqualTo("body");
        assertThat(field(server.postText(LOGIN, "{\"username\":" + "[".repeat(20_000))))
                .isIn("body", "username");
        assertThat(
                        field(
                                server.postText(
                                        REGISTER,
                                        "{\"username\":\"a\\u0000b\",\"email\":\"a@b.c\",\"password\":\"12345678\"}")))
                .isEqualTo("username");
        Answer large = server.postText(LOGIN, "{\"username\":\"" + "a".repeat(1_000_000));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text("code")).isEqualTo("body-too-large");
        assertThat(server.postText(LOGIN, "a=b", "Content-Type", "text/plain").status())
                .isIn(400, 415);
        assertThat(server.delete(LOGIN).text("code")).isEqualTo("method-not-allowed");
        String[] admin = server.asAdmin();
        assertThat(field(server.get("/api/v1/users?limit=201", admin))).isEqualTo("limit");
        assertThat(field(server.get("/api/v1/users?role=KING", admin))).isEqualTo("role");
        assertThat(field(server.get("/api/v1/users/search", admin))).isEqualTo("q");
        assertThat(field(server.get("/api/v1/audit?from=yesterday", admin))).isEqualTo("from");
    }

    @Test
    void pagesOfOtherSitesMayCallOnlyIfTheConfigurationNamesThem() {
        try (AccessServer portal =
                AccessServer.with(
                        Map.of("surveyor.access.cors-origins", "https://portal.example.com"))) {
            assertThat(
                            portal.get("/api/v1/auth/me", "Origin", "https://portal.example.com")
                                    .header("Access-Control-Allow-Origin"))
                    .isEqualTo("https://portal.example.com");
            Answer other = portal.get("/api/v1/auth/me", "Origin", "https://evil.example.com");
            assertThat(other.status()).isEqualTo(403);
            assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        try (AccessServer strict =
                AccessServer.with(
                        Map.of(
                                "surveyor.access.limits-enabled", "true",
                                "surveyor.access.requests-per-address", "1000",
                                "surveyor.access.logins-per-address", "12",
                                "surveyor.access.requests-per-user", "2"))) {
            String name = AccessServer.uniqueName("limit");
            server.register(name);
            String[] me = AccessServer.bearer(strict.logIn(name, PASSWORD).text("accessToken"));
            strict.get("/api/v1/auth/me", me);
            strict.get("/api/v1/auth/me", me);
            Answer third = strict.get("/api/v1/auth/me", me);
            assertThat(third.status()).isEqualTo(429);
            assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 60);
            assertThat(third.text("code")).isEqualTo("too-many-requests");

            for (int i = 0; i < 4; i++) {
                assertThat(strict.logIn(name, "wrong").status()).isEqualTo(401);
            }
            Answer throttled = strict.logIn(name, PASSWORD);
            assertThat(throttled.status()).as("after the fourth failure one waits").isEqualTo(429);
            assertThat(throttled.header("Retry-After")).isEqualTo("1");
            String other = AccessServer.uniqueName("limit");
            server.register(other);
            assertThat(strict.logIn(other, PASSWORD).status()).isEqualTo(200);
            Answer last = strict.logIn(other, PASSWORD);
            for (int i = 0; i < 12 && last.status() == 200; i++) {
                last = strict.logIn(other, PASSWORD);
            }
            assertThat(last.status()).as("attempts from one address").isEqualTo(429);
        }
    }
}
