package dev.surveyor.bench.night;

import dev.surveyor.bench.server.Api;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** An administrator of one server who saves connections and asks for surveys. */
public final class SurveyClient implements AutoCloseable {

    static final String PASSWORD = "the night's own password";
    private static final long POLL_MILLIS = 25;
    private static final Set<String> ACTIVE = Set.of("QUEUED", "RUNNING");

    /** Settings without which this client does not get in. */
    public static final List<String> SERVER_OPTIONS =
            List.of(
                    "--set",
                    "surveyor.access.admin-password=" + PASSWORD,
                    "--set",
                    "surveyor.access.limits-enabled=false");

    private final URI server;
    private Api api;

    private SurveyClient(URI server, Api api) {
        this.server = server;
        this.api = api;
    }

    public static SurveyClient of(URI server) throws IOException, InterruptedException {
        return new SurveyClient(server, Api.loggedIn(server, "admin", PASSWORD));
    }

    public Api api() {
        return api;
    }

    /** Tokens are for minutes, and experiments are longer. */
    public void logInAgain() throws IOException, InterruptedException {
        api.close();
        api = Api.loggedIn(server, "admin", PASSWORD);
    }

    /** The new connection's id. */
    public String connect(Map<String, Object> fields) throws IOException, InterruptedException {
        return api.post("/connections", fields).required().text("/id");
    }

    /** What a server says who is asked for a survey, whether it begins one or not. */
    public Api.Answer ask(String connection, String mode) throws IOException, InterruptedException {
        return api.post("/jobs/surveys", Map.of("connectionId", connection, "mode", mode));
    }

    /** The new survey's id. */
    public String begin(String connection, String mode) throws IOException, InterruptedException {
        return ask(connection, mode).required().text("/id");
    }

    /** How a survey stands. */
    public JsonNode survey(String id) throws IOException, InterruptedException {
        return api.get("/jobs/surveys/" + id).required().body().path("survey");
    }

    /** How the connection's newest survey stands; missing where it has none. */
    public JsonNode newest(UUID connection) throws IOException, InterruptedException {
        return api.get("/jobs/surveys?limit=1&connectionId=" + connection)
                .required()
                .body()
                .at("/items/0");
    }

    /** The survey when it has ended, however. */
    public JsonNode awaitEnd(String id, int secondsMax) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        JsonNode survey = survey(id);
        while (ACTIVE.contains(survey.path("state").asString(""))) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(secondsMax)) {
                throw new IOException(
                        "the survey is not over after %d s: %s".formatted(secondsMax, survey));
            }
            Thread.sleep(POLL_MILLIS);
            survey = survey(id);
        }
        return survey;
    }

    /** The survey, which must have ended well. */
    public JsonNode awaitCompleted(String id, int secondsMax)
            throws IOException, InterruptedException {
        JsonNode survey = awaitEnd(id, secondsMax);
        if (!survey.path("state").asString("").equals("COMPLETED")) {
            throw new IOException("the survey did not end well: " + survey);
        }
        return survey;
    }

    /** Fields with something more in them. */
    public static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    @Override
    public void close() {
        api.close();
    }
}
