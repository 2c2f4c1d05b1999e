package dev.surveyor.access;

import static dev.surveyor.access.AccessServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.access.AccessServer.Answer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class LoginIT {

    private final AccessServer server = AccessServer.shared();

    @Test
    void onesNameOrAddressLetsOneInWhateverItsCase() {
        String name = AccessServer.uniqueName("Grace");
        server.register(name);
        for (String login :
                new String[] {
                    name,
                    name.toUpperCase(Locale.ROOT),
                    name + "@example.com",
                    name + "@EXAMPLE.com"
                }) {
            Answer in = server.logIn(login, PASSWORD);
            assertThat(in.status()).as(login).isEqualTo(200);
            assertThat(in.json().path("user").path("username").asString()).isEqualTo(name);
            Answer me = server.get("/api/v1/auth/me", AccessServer.bearer(in.text("accessToken")));
            assertThat(me.json().path("user").path("username").asString()).isEqualTo(name);
        }
    }

    @Test
    void aWrongPasswordAnUnknownNameAndADeactivatedPersonGetTheSameAnswer() {
        String gone = AccessServer.uniqueName("gone");
        String id = server.register(gone);
        String here = AccessServer.uniqueName("here");
        server.register(here);
        server.put("/api/v1/users/" + id, Map.of("active", false), server.asAdmin());
        for (Answer answer :
                new Answer[] {
                    server.logIn(here, "wrong password"),
                    server.logIn("nobody", "wrong password"),
                    server.logIn("n\u0000body", "wrong password"),
                    server.logIn(gone, PASSWORD)
                }) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text("code")).isEqualTo("bad-credentials");
            assertThat(answer.text("detail"))
                    .isEqualTo("Name or password is wrong: check both and try again.");
        }
    }

    @Test
    void aNameOrAddressIsTakenOnlyOnce() {
        String name = AccessServer.uniqueName("ada");
        server.register(name);
        Answer sameName =
                server.post(
                        "/api/v1/auth/register",
                        Map.of(
                                "username",
                                name.toUpperCase(Locale.ROOT),
                                "email",
                                "other@example.com",
                                "password",
                                PASSWORD));
        assertThat(sameName.status()).isEqualTo(409);
        assertThat(sameName.text("code")).isEqualTo("name-taken");
        Answer sameAddress =
                server.post(
                        "/api/v1/auth/register",
                        Map.of(
                                "username",
                                AccessServer.uniqueName("other"),
                                "email",
                                name.toUpperCase(Locale.ROOT) + "@example.com",
                                "password",
                                PASSWORD));
        assertThat(sameAddress.text("code")).isEqualTo("email-taken");
    }

    @Test
    void passwordsThatArePopularOrOnesOwnNameAreRefused() {
        String name = AccessServer.uniqueName("margaret");
        for (String password : new String[] {"password1", "qwertyuiop", "iloveyou1", name}) {
            Answer answer =
                    server.post(
                            "/api/v1/auth/register",
                            Map.of(
                                    "username", name,
                                    "email", name + "@example.com",
                                    "password", password));
            assertThat(answer.status()).as(password).isEqualTo(400);
            assertThat(answer.text("code")).isEqualTo("password-weak");
            assertThat(answer.http().body()).doesNotContain(password);
        }
    }

    @Test
    void aHashMadeWithLessWorkIsReplacedAtTheNextLogIn() {
        String name = AccessServer.uniqueName("old");
        server.register(name);
        server.store()
                .sql("UPDATE app_user SET password_hash = :hash WHERE username = :name")
                .param("hash", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD))
                .param("name", name)
                .update();
        assertThat(server.logIn(name, PASSWORD).status()).isEqualTo(200);
        assertThat(
                        server.store()
                                .sql("SELECT password_hash FROM app_user WHERE username = :name")
                                .param("name", name)
                                .query(String.class)
                                .single())
                .startsWith("{bcrypt}$2a$10$");
        assertThat(server.logIn(name, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void loggingOutEndsTheAccessTokenAndTheRefreshTokenAtOnce() {
        String name = AccessServer.uniqueName("out");
        server.register(name);
        Answer in = server.logIn(name, PASSWORD);
        String[] bearer = AccessServer.bearer(in.text("accessToken"));
        assertThat(server.post("/api/v1/auth/logout", null, bearer).status()).isEqualTo(204);
        assertThat(server.get("/api/v1/auth/me", bearer).text("code")).isEqualTo("token-invalid");
        assertThat(
                        server.post(
                                        "/api/v1/auth/refresh",
                                        Map.of("refreshToken", in.text("refreshToken")))
                                .status())
                .isEqualTo(401);
    }

    @Test
    void changingThePasswordEndsOnesOtherLogIns() {
        String name = AccessServer.uniqueName("change");
        server.register(name);
        String[] elsewhere = server.as(name);
        String[] here = server.as(name);
        String wanted = "quite another long sentence";
        Answer wrong =
                server.post(
                        "/api/v1/users/me/change-password",
                        Map.of("currentPassword", "not it", "newPassword", wanted),
                        here);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").path(0).path("field").asString())
                .isEqualTo("currentPassword");
        assertThat(
                        server.post(
                                        "/api/v1/users/me/change-password",
                                        Map.of("currentPassword", PASSWORD, "newPassword", wanted),
                                        here)
                                .status())
                .isEqualTo(204);
        assertThat(server.get("/api/v1/auth/me", here).status()).isEqualTo(200);
        assertThat(server.get("/api/v1/auth/me", elsewhere).status()).isEqualTo(401);
        assertThat(server.logIn(name, PASSWORD).status()).isEqualTo(401);
        assertThat(server.logIn(name, wanted).status()).isEqualTo(200);
    }

    @Test
    void registrationCanBeClosedOrKeptToDomains() {
        Map<String, String> body =
                Map.of(
                        "username",
                        AccessServer.uniqueName("new"),
                        "email",
                        AccessServer.uniqueName("new") + "@example.com",
                        "password",
                        PASSWORD);
        try (AccessServer closed =
                AccessServer.with(Map.of("surveyor.access.registration", "closed"))) {
            Answer answer = closed.post("/api/v1/auth/register", body);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("code")).isEqualTo("registration-closed");
        }
        try (AccessServer invited =
                AccessServer.with(
                        Map.of(
                                "surveyor.access.registration",
                                "invited",
                                "surveyor.access.registration-domains",
                                "example.org,Example.com"))) {
            assertThat(invited.post("/api/v1/auth/register", body).status()).isEqualTo(201);
            Answer stranger =
                    invited.post(
                            "/api/v1/auth/register",
                            Map.of(
                                    "username",
                                    AccessServer.uniqueName("new"),
                                    "email",
                                    "mallory@example.net",
                                    "password",
                                    PASSWORD));
            assertThat(stranger.text("code")).isEqualTo("registration-closed");
        }
    }

    @Test
    void theAdministratorsPasswordIsSetAgainWhenThePropertyChangesAndOnlyThen() {
        String changed = "a changed administrator";
        try (AccessServer other =
                AccessServer.with(Map.of("surveyor.access.admin-password", changed))) {
            assertThat(other.logIn(FirstAdmin.USERNAME, changed).status()).isEqualTo(200);
            assertThat(other.bean(FirstAdmin.class).takePassword()).isEmpty();
        }
        try (AccessServer back = AccessServer.with(Map.of())) {
            assertThat(back.logIn(FirstAdmin.USERNAME, changed).status()).isEqualTo(401);
            assertThat(back.logIn(FirstAdmin.USERNAME, AccessServer.ADMIN_PASSWORD).status())
                    .isEqualTo(200);
        }
    }
}
