package dev.surveyor.eval.server;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Task;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The server's connections to the databases in question: those of their names. A missing one is
 * saved and surveyed first, where that is wanted.
 */
final class ServerConnections {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final int PAGE = 200;
    private static final Set<String> ACTIVE = Set.of("QUEUED", "RUNNING");
    private static final Duration SURVEY_MAX = Duration.ofMinutes(30);
    private static final Duration POLL = Duration.ofMillis(250);

    private final ServerApi api;
    private final boolean saving;
    private final Map<String, String> ids = new HashMap<>();

    ServerConnections(ServerApi api, boolean saving) {
        this.api = api;
        this.saving = saving;
    }

    /** The connection's id; one database is looked for at a time, as surveying it takes all. */
    synchronized String of(Task task) throws InterruptedException {
        String known = ids.get(task.database());
        if (known == null) {
            Optional<String> found = find(task.database());
            known = found.isPresent() ? found.get() : save(task.database(), task.access());
            ids.put(task.database(), known);
        }
        return known;
    }

    private Optional<String> find(String name) throws InterruptedException {
        JsonNode listed =
                api.get("/connections?limit=%d&q=%s".formatted(PAGE, encoded(name))).required();
        return listed.path("items")
                .valueStream()
                .filter(each -> each.path("name").asString("").equals(name))
                .map(each -> each.path("id").asString(""))
                .findFirst();
    }

    private String save(String name, @Nullable Access access) throws InterruptedException {
        if (!saving || access == null || access.schema() != null) {
            throw new EvaluationException(
                    "The server has no connection called \""
                            + name
                            + "\" that this key may ask: save and survey it"
                            + (saving ? "." : ", or let --connect do so."));
        }
        String id =
                api.post("/connections/from-url", Map.of("name", name, "url", url(access)))
                        .required()
                        .path("id")
                        .asString("");
        survey(name, id);
        return id;
    }

    /** A server names files by their path in its folder for them: here the last two names. */
    private static String url(Access access) {
        return switch (access.dialect()) {
            case POSTGRES -> access.url();
            case SQLITE -> {
                Path file = Path.of(access.url().substring(SQLITE.length()));
                yield "sqlite:"
                        + file.subpath(Math.max(0, file.getNameCount() - 2), file.getNameCount());
            }
        };
    }

    private void survey(String name, String connection) throws InterruptedException {
        JsonNode survey = api.post("/jobs/surveys", Map.of("connectionId", connection)).required();
        String id = survey.path("id").asString("");
        long begin = System.nanoTime();
        while (ACTIVE.contains(survey.path("state").asString(""))) {
            if (System.nanoTime() - begin > SURVEY_MAX.toNanos()) {
                throw new EvaluationException("The survey of " + name + " does not end.");
            }
            Thread.sleep(POLL);
            survey = api.get("/jobs/surveys/" + id).required().path("survey");
        }
        if (!survey.path("state").asString("").equals("COMPLETED")) {
            throw new EvaluationException(
                    "The survey of %s did not end well: %s"
                            .formatted(name, survey.path("message").asString("")));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
