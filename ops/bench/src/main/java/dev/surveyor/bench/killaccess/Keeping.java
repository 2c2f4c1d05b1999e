package dev.surveyor.bench.killaccess;

import dev.surveyor.bench.killaccess.Promises.Person;
import dev.surveyor.bench.server.Api;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks a restarted server for everything that the ones before it promised. */
final class Keeping {

    /** Log-ins are slow on purpose: those of earlier runs were tried then. */
    private static final int LOGINS_MAX = 60;

    private final URI server;
    private final Api admin;
    private final Promises promises;
    private final List<String> lost = new ArrayList<>();

    private Keeping(URI server, Api admin, Promises promises) {
        this.server = server;
        this.admin = admin;
        this.promises = promises;
    }

    /** All that is not as it was promised, in words. */
    static List<String> lost(URI server, Api admin, Promises promises)
            throws IOException, InterruptedException {
        Keeping keeping = new Keeping(server, admin, promises);
        keeping.lost.addAll(promises.takeBroken());
        keeping.people();
        keeping.keys();
        keeping.refreshTokens();
        return keeping.lost;
    }

    private void people() throws IOException, InterruptedException {
        Map<String, String> roles = listed();
        List<Person> people = promises.people();
        for (Person person : people) {
            String role = roles.get(person.username());
            @Nullable String promised = promises.role(person.id());
            if (role == null) {
                lost.add(person.username() + " is not in the list");
            } else if (promised != null && !promised.equals(role)) {
                lost.add("%s is %s, not %s".formatted(person.username(), role, promised));
            }
        }
        try (Api api = new Api(server)) {
            for (Person person :
                    people.subList(Math.max(0, people.size() - LOGINS_MAX), people.size())) {
                if (!api.logIn(person.username(), person.password()).good()) {
                    lost.add(person.username() + " cannot log in");
                }
            }
        }
    }

    private Map<String, String> listed() throws IOException, InterruptedException {
        Map<String, String> roles = new HashMap<>();
        String cursor = "";
        do {
            Api.Answer page = admin.get("/users?limit=200" + cursor).required();
            for (JsonNode user : page.body().path("items")) {
                roles.put(user.path("username").asString(), user.path("role").asString());
            }
            cursor = page.body().path("next").isString() ? "&after=" + page.text("/next") : "";
        } while (!cursor.isEmpty());
        return roles;
    }

    private void keys() throws IOException, InterruptedException {
        try (Api api = new Api(server)) {
            for (Promises.Key key : promises.keys()) {
                if (!api.withKey(key.text()).get("/users/search?q=p").good()) {
                    lost.add("key " + key.id() + " does not work any more");
                }
            }
            for (Promises.Key key : promises.deletedKeys()) {
                if (api.withKey(key.text()).get("/users/search?q=p").good()) {
                    lost.add("key " + key.id() + " was deleted and works");
                }
            }
        }
    }

    private void refreshTokens() throws IOException, InterruptedException {
        try (Api api = new Api(server)) {
            for (String token : promises.takeRefreshTokens()) {
                if (!api.post("/auth/refresh", Map.of("refreshToken", token)).good()) {
                    lost.add("a refresh token that was handed out is not good");
                }
            }
        }
    }
}
