package dev.surveyor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.access.AccessServer.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiKeyIT {

    private static final String KEYS = "/api/v1/api-keys";

    private final AccessServer server = AccessServer.shared();
    private String name = "";
    private String id = "";
    private String[] me = {};

    @BeforeEach
    void somebodyIsIn() {
        name = AccessServer.uniqueName("keys");
        id = server.register(name);
        me = server.as(name);
    }

    private Answer create(String keyName, String scope, Duration life, String... headers) {
        return server.post(
                KEYS,
                Map.of(
                        "name", keyName,
                        "scopes", List.of(scope),
                        "expires", Instant.now().plus(life).toString()),
                headers);
    }

    private Answer search(String... headers) {
        return server.get("/api/v1/users/search?q=" + name, headers);
    }

    private static String[] key(String text) {
        return new String[] {"X-API-Key", text};
    }

    @Test
    void aKeyDoesWhatItsScopesSayAndIsNeverShownAgain() {
        Answer made = create("machine", "users:find", Duration.ofDays(1), me);
        assertThat(made.status()).isEqualTo(201);
        String key = made.text("key");
        assertThat(search(key(key)).status()).isEqualTo(200);
        assertThat(search(AccessServer.bearer(key)).status())
                .as("scrapers can only send bearers")
                .isEqualTo(200);
        assertThat(server.get("/api/v1/auth/me", key(key)).text("code")).isEqualTo("forbidden");
        assertThat(create("another", "users:find", Duration.ofDays(1), key(key)).status())
                .as("a stolen key makes no other")
                .isEqualTo(403);
        Answer listed = server.get(KEYS, me);
        assertThat(listed.http().body()).doesNotContain(key).contains(key.substring(0, 10));
        assertThat(listed.json().path("items").path(0).path("lastUsed").isNull()).isFalse();
        assertThat(
                        server.store()
                                .sql(
                                        "SELECT count(*) FROM api_key WHERE encode(hash, 'escape') = :key")
                                .param("key", key)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void aKeyEndsWhenItExpiresIsDeletedOrItsOwnerLosesTheRightOrLeaves() {
        String key = create("machine", "users:find", Duration.ofDays(1), me).text("key");
        String[] admin = server.asAdmin();
        server.put("/api/v1/users/" + id, Map.of("role", "GUEST"), admin);
        assertThat(search(key(key)).status()).isEqualTo(403);
        server.put("/api/v1/users/" + id, Map.of("role", "USER", "active", false), admin);
        assertThat(search(key(key)).status()).isEqualTo(401);
        server.put("/api/v1/users/" + id, Map.of("active", true), admin);
        assertThat(search(key(key)).status()).isEqualTo(200);
        server.store()
                .sql(
                        "UPDATE api_key SET expires_at = now() - interval '1 second' WHERE user_id = :id::uuid")
                .param("id", id)
                .update();
        assertThat(search(key(key)).status()).isEqualTo(401);

        me = server.as(name);
        Answer second = create("second", "users:find", Duration.ofDays(1), me);
        String secondId = second.json().path("details").path("id").asString();
        String[] other = server.as(registered("other"));
        assertThat(server.delete(KEYS + "/" + secondId, other).status()).isEqualTo(404);
        assertThat(search(key(second.text("key"))).status()).isEqualTo(200);
        assertThat(server.delete(KEYS + "/" + secondId, me).status()).isEqualTo(204);
        assertThat(search(key(second.text("key"))).status()).isEqualTo(401);
    }

    private String registered(String start) {
        String unique = AccessServer.uniqueName(start);
        server.register(unique);
        return unique;
    }

    @Test
    void wrongScopesNamesAndTimesAreToldByField() {
        assertThat(create("k", "users:administer", Duration.ofDays(1), me).text("code"))
                .as("more than the role has")
                .isEqualTo("scope-unknown");
        assertThat(create("k", "account", Duration.ofDays(1), me).text("code"))
                .as("not for keys")
                .isEqualTo("scope-unknown");
        assertThat(create("k", "users:find", Duration.ofDays(-1), me).text("code"))
                .isEqualTo("expiry-invalid");
        assertThat(create("k", "users:find", Duration.ofDays(4000), me).text("code"))
                .isEqualTo("expiry-invalid");
        assertThat(create("\u0000", "users:find", Duration.ofDays(1), me).text("code"))
                .isEqualTo("bad-input");
        assertThat(create("k", "users:find", Duration.ofDays(1), me).status()).isEqualTo(201);
        assertThat(create("k", "users:find", Duration.ofDays(1), me).text("code"))
                .isEqualTo("key-name-taken");
    }

    @Test
    void thereAreOnlySoManyKeys() {
        try (AccessServer strict = AccessServer.with(Map.of("surveyor.access.keys-max", "1"))) {
            create("one", "users:find", Duration.ofDays(1), me);
            Answer second =
                    strict.post(
                            KEYS,
                            Map.of(
                                    "name", "two",
                                    "scopes", List.of("users:find"),
                                    "expires", Instant.now().plusSeconds(60).toString()),
                            me);
            assertThat(second.text("code")).isEqualTo("too-many-keys");
        }
    }

    @Test
    void theScrapeKeyReadsMetricsOnly() {
        try (AccessServer scraped =
                AccessServer.with(Map.of("surveyor.access.scrape-key", "for the scraper"))) {
            assertThat(scraped.get(KEYS, AccessServer.bearer("for the scraper")).text("code"))
                    .isEqualTo("forbidden");
            assertThat(scraped.get(KEYS, AccessServer.bearer("for the scrapex")).text("code"))
                    .isEqualTo("token-invalid");
        }
    }
}
