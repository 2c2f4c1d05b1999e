package dev.surveyor.bench.killaccess;

import dev.surveyor.bench.killaccess.Promises.Person;
import dev.surveyor.bench.server.Api;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Somebody who registers, logs in, makes and deletes keys and refreshes until the server is gone.
 */
final class Client implements Runnable {

    private static final int STEPS_MAX = 100_000;
    private static final int STEPS_PER_PERSON = 12;
    private static final List<String> ROLES = List.of("USER", "POWER");

    private final URI server;
    private final String adminToken;
    private final Promises promises;
    private final SplittableRandom random;

    Client(URI server, String adminToken, Promises promises, SplittableRandom random) {
        this.server = server;
        this.adminToken = adminToken;
        this.promises = promises;
        this.random = random;
    }

    @Override
    public void run() {
        try (Api person = new Api(server);
                Api admin = new Api(server).withToken(adminToken)) {
            for (int life = 0; life < STEPS_MAX / STEPS_PER_PERSON; life++) {
                live(new Api(server), person, admin);
            }
        } catch (Api.Refusal refusal) {
            if (refusal.blamesCaller()) {
                promises.broken("a client was refused: " + refusal.getMessage());
            }
        } catch (IOException killed) {
            // That is what it is for: what was under way stays without a promise.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live(Api stranger, Api person, Api admin)
            throws IOException, InterruptedException {
        try (stranger) {
            Person registered = register(stranger);
            Api.Answer in = stranger.logIn(registered.username(), registered.password()).required();
            person.withToken(in.text("/accessToken"));
            String refreshToken = in.text("/refreshToken");
            promises.gave(refreshToken);
            Promises.Key key = makeKey(person);
            for (int step = 0; step < STEPS_PER_PERSON; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> key = replaceKey(person, key);
                    case 1 -> makeKey(person);
                    case 2 -> changeRole(admin, registered);
                    default -> refreshToken = refresh(stranger, refreshToken);
                }
            }
        }
    }

    private Person register(Api stranger) throws IOException, InterruptedException {
        String username = "p" + UUID.randomUUID();
        String password = "harbour-" + Long.toHexString(random.nextLong()) + "-thistle";
        Api.Answer answer =
                stranger.post(
                                "/auth/register",
                                Map.of(
                                        "username", username,
                                        "email", username + "@example.org",
                                        "password", password))
                        .required();
        Person person = new Person(answer.text("/id"), username, password);
        promises.registered(person, answer.text("/role"));
        return person;
    }

    private Promises.Key makeKey(Api person) throws IOException, InterruptedException {
        Api.Answer made =
                person.post(
                                "/api-keys",
                                Map.of(
                                        "name", "k" + Long.toHexString(random.nextLong()),
                                        "scopes", List.of("users:find"),
                                        "expires",
                                                Instant.now().plus(Duration.ofDays(9)).toString()))
                        .required();
        Promises.Key key = new Promises.Key(made.text("/details/id"), made.text("/key"));
        promises.handedOut(key);
        return key;
    }

    private Promises.Key replaceKey(Api person, Promises.Key key)
            throws IOException, InterruptedException {
        promises.deletes(key);
        person.delete("/api-keys/" + key.id()).required();
        promises.deleted(key);
        return makeKey(person);
    }

    private void changeRole(Api admin, Person person) throws IOException, InterruptedException {
        String role = ROLES.get(random.nextInt(ROLES.size()));
        promises.changesRole(person.id());
        admin.put("/users/" + person.id(), Map.of("role", role)).required();
        promises.hasRole(person.id(), role);
    }

    private String refresh(Api stranger, String token) throws IOException, InterruptedException {
        promises.takes(token);
        String next =
                stranger.post("/auth/refresh", Map.of("refreshToken", token))
                        .required()
                        .text("/refreshToken");
        promises.gave(next);
        return next;
    }
}
