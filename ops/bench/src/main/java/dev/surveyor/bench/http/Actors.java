package dev.surveyor.bench.http;

import dev.surveyor.bench.server.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Nobody, a user and an administrator. They may spoil themselves, by logging out or changing their
 * password: the first administrator, who takes no part, then makes new ones.
 */
final class Actors {

    private static final String PASSWORD = "velvet-anchor-pilgrim-8";

    private final Api admin;
    private final Api probe;
    private final String adminPassword;
    private int made;
    private Actor user;
    private Actor administrator;
    private final String victimId;

    Actors(Api admin, Api probe, String adminPassword) throws IOException, InterruptedException {
        this.admin = admin;
        this.probe = probe;
        this.adminPassword = adminPassword;
        logInAdmin();
        this.victimId = create("GUEST", "victim").text("/id");
        this.user = make("USER");
        this.administrator = make("ADMIN");
    }

    private void logInAdmin() throws IOException, InterruptedException {
        admin.withToken(admin.logIn("admin", adminPassword).required().text("/accessToken"));
    }

    /** Somebody whom administrators may change as they like. */
    String victimId() {
        return victimId;
    }

    /** An administrator passes most doors, so that more lies behind them; nobody passes few. */
    Actor any(SplittableRandom random) {
        int dice = random.nextInt(10);
        return dice < 5 ? administrator : dice < 9 ? user : nobody();
    }

    private Actor nobody() {
        return new Actor(
                "anonymous",
                user.username(),
                user.password(),
                "",
                "",
                user.keyId(),
                user.connectionId());
    }

    /** Whether they are still let in. */
    boolean isIn(Actor actor) throws IOException, InterruptedException {
        return probe.withToken(actor.token()).get("/auth/me").good();
    }

    /** Makes a new one in place of one who has spoilt themselves. */
    void renew(Actor actor) throws IOException, InterruptedException {
        if (actor.name().equals(user.name())) {
            user = make("USER");
        } else {
            administrator = make("ADMIN");
        }
    }

    private Actor make(String role) throws IOException, InterruptedException {
        String name = role.equals("USER") ? "user" : "admin";
        String username = create(role, "fuzz-" + name).text("/username");
        Api.Answer in = probe.logIn(username, PASSWORD).required();
        String token = in.text("/accessToken");
        Map<String, Object> key =
                Map.of(
                        "name",
                        "first",
                        "scopes",
                        List.of("users:find"),
                        "expires",
                        Instant.now().plus(Duration.ofDays(1)).toString());
        String keyId = probe.withToken(token).post("/api-keys", key).required().text("/details/id");
        return new Actor(
                name, username, PASSWORD, token, in.text("/refreshToken"), keyId, connection());
    }

    /** Of whoever the probe is; nobody listens where it leads. */
    private String connection() throws IOException, InterruptedException {
        return probe.post(
                        "/connections",
                        Map.of(
                                "name", "fuzzed",
                                "kind", "postgresql",
                                "host", "127.0.0.1",
                                "port", 1,
                                "database", "none",
                                "username", "nobody"))
                .required()
                .text("/id");
    }

    private Api.Answer create(String role, String name) throws IOException, InterruptedException {
        String username = name + "-" + ++made;
        Map<String, String> wanted =
                Map.of(
                        "username", username,
                        "email", username + "@example.org",
                        "password", PASSWORD,
                        "role", role);
        Api.Answer created = admin.post("/users", wanted);
        if (created.status() == 401) {
            logInAdmin();
            created = admin.post("/users", wanted);
        }
        return created.required();
    }
}
