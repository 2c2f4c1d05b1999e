package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A survey of a connection that people saved, watched until it ends. */
final class SavedSurvey {

    static final String PATH = "/api/v1/jobs/surveys";

    private static final Set<String> ACTIVE = Set.of("QUEUED", "RUNNING");
    private static final long LOOK_EVERY_MILLIS = 300;
    private static final int SENTENCE_CHARS_MAX = 300;
    private static final int NAME_CHARS_MAX = 80;

    private final RunningApi api;
    private final String name;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    SavedSurvey(RunningApi api, String name, PrintWriter out, PrintWriter err, boolean json) {
        this.api = api;
        this.name = name;
        this.out = out;
        this.err = err;
        this.json = json;
    }

    int forecast(boolean full, List<String> schemas) {
        JsonNode forecast = api.post(PATH + "?dryRun=true", wanted(full, schemas));
        if (json) {
            out.println(forecast);
        } else {
            out.printf(
                    Locale.ROOT,
                    "A survey of %s would look at %,d of %,d tables (%,d unchanged, %,d gone): about %,d rows, %,d MiB, %,d s.%n",
                    Printable.of(name, NAME_CHARS_MAX),
                    forecast.path("anew").asInt(),
                    forecast.path("tables").asInt(),
                    forecast.path("unchanged").asInt(),
                    forecast.path("gone").asInt(),
                    forecast.path("rows").asLong(),
                    forecast.path("bytes").asLong() >> 20,
                    forecast.path("seconds").asLong());
        }
        return 0;
    }

    private ObjectNode wanted(boolean full, List<String> schemas) {
        ObjectNode wanted =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("connectionId", new NamedConnections(api).id(name))
                        .put("mode", full ? "FULL" : "INCREMENTAL");
        if (!schemas.isEmpty()) {
            schemas.forEach(wanted.putArray("schemas")::add);
        }
        return wanted;
    }

    int run(boolean full, List<String> schemas) {
        RunningApi.Answer begun = api.send("POST", PATH, wanted(full, schemas));
        String running = begun.body().path("surveyId").asString("");
        boolean asWanted = !full && schemas.isEmpty();
        if (asWanted && begun.code().equals("survey-runs") && !running.isEmpty()) {
            err.println("A survey of it runs already: watching that one.");
            return tell(watched(running));
        }
        return tell(watched(begun.required().path("id").asString("")));
    }

    /** Until it ends, for as long as it takes. */
    private JsonNode watched(String id) {
        JsonNode detail = api.get(PATH + "/" + id);
        try (SurveyProgress progress = new SurveyProgress(err, Terminal.isThere())) {
            while (ACTIVE.contains(detail.path("survey").path("state").asString(""))) {
                JsonNode survey = detail.path("survey");
                JsonNode tables = survey.path("tables");
                int total = tables.path("total").asInt();
                progress.at(total - tables.path("pending").asInt(), total, doing(survey));
                pause();
                detail = api.get(PATH + "/" + id);
            }
        }
        return detail;
    }

    private static String doing(JsonNode survey) {
        return survey.has("etaSeconds")
                ? SurveyProgress.pace(
                        survey.path("tablesPerSecond").asDouble(),
                        survey.path("etaSeconds").asLong())
                : survey.path("state").asString("").equals("QUEUED")
                        ? "waits for its turn"
                        : survey.path("message").asString("");
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Told to stop watching; the survey goes on in the server.", e);
        }
    }

    private int tell(JsonNode detail) {
        JsonNode survey = detail.path("survey");
        boolean complete = survey.path("state").asString("").equals("COMPLETED");
        if (json) {
            out.println(detail);
        } else {
            summary(survey, detail, complete);
        }
        out.flush();
        return complete ? 0 : Commands.FAILED;
    }

    private void summary(JsonNode survey, JsonNode detail, boolean complete) {
        JsonNode tables = survey.path("tables");
        String shown = Printable.of(name, NAME_CHARS_MAX);
        if (complete) {
            out.printf(
                    Locale.ROOT,
                    "%s is surveyed: edition %d, after %.1f s%n",
                    shown,
                    survey.path("edition").asLong(),
                    survey.path("workedSeconds").asDouble());
        } else {
            out.printf(
                    "The survey of %s is %s: %s%n",
                    shown,
                    survey.path("state").asString("").toLowerCase(Locale.ROOT),
                    Printable.of(survey.path("message").asString(""), SENTENCE_CHARS_MAX));
        }
        out.printf(
                Locale.ROOT,
                "  tables   %,d: %,d looked at, %,d unchanged, %,d failed%n  read     %,d rows%n  embedded %,d texts%n",
                tables.path("total").asInt(),
                tables.path("done").asInt(),
                tables.path("unchanged").asInt(),
                tables.path("failed").asInt(),
                survey.path("rowsRead").asLong(),
                survey.path("textsEmbedded").asLong());
        for (JsonNode failed : detail.path("failedTables")) {
            out.printf(
                    "  ! %s.%s: %s%n",
                    Printable.of(failed.path("schema").asString(""), NAME_CHARS_MAX),
                    Printable.of(failed.path("name").asString(""), NAME_CHARS_MAX),
                    Printable.of(failed.path("problem").asString(""), SENTENCE_CHARS_MAX));
        }
        long more = detail.path("failedTablesMore").asLong();
        if (more > 0) {
            out.printf(Locale.ROOT, "  ! and %,d more%n", more);
        }
    }
}
