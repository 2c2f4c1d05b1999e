package dev.surveyor.app.command;

import dev.surveyor.app.start.RunningServer;
import dev.surveyor.app.start.StartException;
import dev.surveyor.demo.DemoShop;
import dev.surveyor.demo.LoadedShop;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Saves the shop as a connection of the administrator's and surveys it behind the demo's back. */
final class DemoSurvey {

    static final String CONNECTION = "shop";

    private static final Set<String> ACTIVE = Set.of("QUEUED", "RUNNING");
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long TELL_EVERY_NANOS = 3_000_000_000L;

    /** What people may have set; a change takes the place of all that is saved. */
    private static final List<String> KEPT =
            List.of(
                    "description",
                    "includedSchemas",
                    "excludedSchemas",
                    "questionSessions",
                    "surveySessions",
                    "referenceDate",
                    "egress",
                    "survey",
                    "queryLimits",
                    "powerfulRoleAllowed");

    private final RunningServer server;
    private final LoadedShop shop;
    private final int port;
    private final Consumer<String> progress;

    DemoSurvey(RunningServer server, LoadedShop shop, int port, Consumer<String> progress) {
        this.server = server;
        this.shop = shop;
        this.port = port;
        this.progress = progress;
    }

    /** Returns at once; tells how it goes on. */
    void begin() {
        Thread.ofVirtual().name("demo-survey").start(this::run);
    }

    private void run() {
        try (RunningApi api = RunningApi.at(server.url(), server.key().value())) {
            JsonNode survey = watched(api, begun(api, saved(api)));
            tell(survey);
            if (survey.path("state").asString("").equals("COMPLETED")) {
                new DemoQuestions(
                                new SavedConversation(api, CONNECTION),
                                new PrintWriter(System.out, true, System.out.charset()))
                        .ask();
            }
        } catch (StartException e) {
            if (server.context().isActive()) {
                progress.accept("The shop is not surveyed: " + e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The reader's password is another one at each start. */
    private String saved(RunningApi api) {
        Optional<JsonNode> found =
                api.get(NamedConnections.PATH + "?limit=200&q=" + CONNECTION)
                        .path("items")
                        .valueStream()
                        .filter(each -> each.path("name").asString("").equals(CONNECTION))
                        .filter(each -> each.path("access").asString("").equals("OWNER"))
                        .findFirst();
        ObjectNode fields =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("name", CONNECTION)
                        .put("kind", "postgresql")
                        .put("host", "127.0.0.1")
                        .put("port", port)
                        .put("database", shop.database())
                        .put("username", shop.login())
                        .put("password", shop.password())
                        .put("ssl", "DISABLE");
        if (found.isEmpty()) {
            fields.put("description", "An invented trading company")
                    .put("referenceDate", DemoShop.REFERENCE_DATE.toString());
            return api.post(NamedConnections.PATH, fields).path("id").asString("");
        }
        String id = found.get().path("id").asString("");
        JsonNode before = api.get(NamedConnections.PATH + "/" + id);
        KEPT.stream()
                .filter(before::hasNonNull)
                .forEach(name -> fields.set(name, before.path(name)));
        api.send("PUT", NamedConnections.PATH + "/" + id, fields).required();
        return id;
    }

    private static String begun(RunningApi api, String connection) {
        RunningApi.Answer begun =
                api.send(
                        "POST",
                        SavedSurvey.PATH,
                        JsonMapper.shared().createObjectNode().put("connectionId", connection));
        String running = begun.body().path("surveyId").asString("");
        return begun.code().equals("survey-runs") && !running.isEmpty()
                ? running
                : begun.required().path("id").asString("");
    }

    private JsonNode watched(RunningApi api, String id) throws InterruptedException {
        JsonNode survey = api.get(SavedSurvey.PATH + "/" + id).path("survey");
        long next = System.nanoTime() + TELL_EVERY_NANOS;
        while (ACTIVE.contains(survey.path("state").asString(""))) {
            int total = survey.path("tables").path("total").asInt();
            if (total > 0 && System.nanoTime() - next >= 0) {
                next = System.nanoTime() + TELL_EVERY_NANOS;
                int pending = survey.path("tables").path("pending").asInt();
                progress.accept(
                        "Surveying the shop: %d of %d tables".formatted(total - pending, total));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
            survey = api.get(SavedSurvey.PATH + "/" + id).path("survey");
        }
        return survey;
    }

    private void tell(JsonNode survey) {
        JsonNode tables = survey.path("tables");
        progress.accept(
                survey.path("state").asString("").equals("COMPLETED")
                        ? String.format(
                                Locale.ROOT,
                                "The shop is surveyed: edition %d, %d tables (%d unchanged), %,d texts embedded",
                                survey.path("edition").asLong(),
                                tables.path("total").asInt(),
                                tables.path("unchanged").asInt(),
                                survey.path("textsEmbedded").asLong())
                        : "The shop is not surveyed (%s): %s"
                                .formatted(
                                        survey.path("state").asString("").toLowerCase(Locale.ROOT),
                                        survey.path("message").asString("")));
    }
}
