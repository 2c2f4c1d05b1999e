package dev.surveyor.query.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.PetShop;
import dev.surveyor.query.QueryHouse;
import dev.surveyor.query.QueryHouse.Person;
import dev.surveyor.query.QueryHouse.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChatIT {

    private static final String COUNT =
            "{\"question\": \"How many owners are there in Oslo?\", \"engine\": \"PLANNER\"}";

    private static QueryHouse house = open();
    private static Person ann = person("chat-ann");
    private static Person bob = person("chat-bob");
    private static UUID pets = new UUID(0, 0);

    /** An event as it came over the wire. */
    private record Event(int id, String name, JsonNode data) {}

    private static QueryHouse open() {
        try {
            return QueryHouse.shared();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Person person(String name) {
        try {
            return house.person(name, "USER");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void connect() throws Exception {
        pets =
                house.surveyed(
                        "chat-pets",
                        ann,
                        PetShop.content("sqlite"),
                        "CREATE TABLE owners (owner_id INTEGER PRIMARY KEY, name TEXT, city TEXT, age INTEGER)",
                        "CREATE TABLE pets (pet_id INTEGER PRIMARY KEY, owner_id INTEGER, species TEXT, weight INTEGER)",
                        "INSERT INTO owners VALUES (1, 'Ann', 'Paris', 30), (2, 'Bob', 'Oslo', 40)",
                        "INSERT INTO pets VALUES (1, 1, 'cat', 4), (2, 1, 'dog', 20), (3, 2, 'cat', 5)");
    }

    @Test
    void aQuestionIsAnsweredAndKept() throws Exception {
        Reply reply = ask(ann, COUNT);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().at("/rows/0/0").asInt(0)).isEqualTo(1);
        assertThat(reply.at("/evidence/engine")).isEqualTo("planner");
        Reply messages =
                house.get(chat() + "/sessions/" + reply.at("/sessionId") + "/messages", ann);
        assertThat(messages.body().at("/items")).hasSize(2);
        assertThat(messages.text()).contains(reply.at("/messageId"));
        assertThat(house.get("/api/v1/connections/" + pets + "/sql-history", ann).text())
                .contains("count");
    }

    @Test
    void whoMayNotAskIsToldThatThereIsNothing() throws Exception {
        assertThat(ask(bob, COUNT).status()).isEqualTo(404);
    }

    @Test
    void eventsComeInOrderAndCanBeReadAgain() throws Exception {
        List<Event> events = stream(ann, COUNT);
        assertThat(events)
                .extracting(Event::name)
                .containsExactly("session", "understanding", "sql", "rows", "complete");
        assertThat(events).extracting(Event::id).containsExactly(1, 2, 3, 4, 5);
        JsonNode answer = events.getLast().data().at("/answer");
        assertThat(answer.at("/rows/0/0").asInt(0)).isEqualTo(1);
        assertThat(events.getLast().data().at("/workflow")).isNotEmpty();
        String run = events.getFirst().data().at("/runId").asString("");
        List<Event> again =
                events(
                        request(ann, chat() + "/runs/" + run + "/events")
                                .header("Last-Event-ID", "3")
                                .GET()
                                .build());
        assertThat(again).extracting(Event::name).containsExactly("rows", "complete");
        assertThat(house.get(chat() + "/runs/" + run + "/events", bob).status()).isEqualTo(404);
    }

    @Test
    void aConversationAnswersOneQuestionAtATimeAndARunIsCancelled() throws Exception {
        house.model().when("hangs-here", dev.surveyor.scripted.Reply.hanging());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Iterator<Event> first =
                    open(
                            ann,
                            "{\"question\": \"Which animal hangs-here?\", \"engine\": \"MODEL\"}");
            Event begun = first.next();
            String session = begun.data().at("/sessionId").asString("");
            String run = begun.data().at("/runId").asString("");
            String second =
                    "{\"question\": \"How many owners are there in Oslo?\", \"engine\": \"PLANNER\", \"sessionId\": \"%s\"}"
                            .formatted(session);
            Reply busy = ask(ann, second);
            assertThat(busy.status()).isEqualTo(409);
            assertThat(busy.at("/runId")).isEqualTo(run);
            Future<List<String>> rest =
                    threads.submit(() -> {
                        List<String> names = new ArrayList<>();
                        first.forEachRemaining(event -> names.add(event.name()));
                        return names;
                    });
            assertThat(house.model().awaitRequest(10_000)).isTrue();
            assertThat(house.send("DELETE", chat() + "/runs/" + run, ann, "").status())
                    .isEqualTo(204);
            assertThat(rest.get()).endsWith("error");
            assertThat(ask(ann, second).status()).isEqualTo(200);
            Reply messages = house.get(chat() + "/sessions/" + session + "/messages", ann);
            assertThat(messages.body().at("/items")).hasSize(4);
        }
    }

    @Test
    void aConversationThatIsDeletedEndsItsQuestionAtOnce() throws Exception {
        house.model().when("deleted-here", dev.surveyor.scripted.Reply.hanging());
        Iterator<Event> events =
                open(
                        ann,
                        "{\"question\": \"Which animal is deleted-here?\", \"engine\": \"MODEL\"}");
        String session = events.next().data().at("/sessionId").asString("");
        assertThat(house.model().awaitRequest(10_000)).isTrue();
        assertThat(house.send("DELETE", chat() + "/sessions/" + session, ann, "").status())
                .isEqualTo(204);
        List<Event> rest = new ArrayList<>();
        events.forEachRemaining(rest::add);
        assertThat(rest.getLast().name()).isEqualTo("error");
        assertThat(rest.getLast().data().at("/code").asString("")).isEqualTo("cancelled");
        assertThat(house.get(chat() + "/sessions/" + session, ann).status()).isEqualTo(404);
    }

    @Test
    void whatWasNeverSurveyedIsSaidAndKept() throws Exception {
        UUID nowhere = house.connection("chat-nowhere", ann);
        Reply reply = house.send("POST", "/api/v1/chat/" + nowhere, ann, COUNT);
        assertThat(reply.at("/kind")).isEqualTo("FAILURE");
        assertThat(reply.at("/response")).contains("has not been surveyed");
        assertThat(reply.at("/messageId")).isNotBlank();
    }

    @Test
    void badQuestionsAreNamed() throws Exception {
        assertThat(ask(ann, "{\"question\": \"\"}").status()).isEqualTo(400);
        assertThat(ask(ann, "{\"question\": \"%s\"}".formatted("x".repeat(5_000))).status())
                .isEqualTo(400);
        assertThat(ask(ann, "{\"question\": \"a\", \"maxRows\": 0}").status()).isEqualTo(400);
        assertThat(
                        ask(
                                        ann,
                                        "{\"question\": \"How many?\", \"sessionId\": \"%s\"}"
                                                .formatted(UUID.randomUUID()))
                                .status())
                .isEqualTo(404);
        Reply binary =
                ask(
                        ann,
                        "{\"question\": \"\\u0000\\u0001\\uFFFD\\u0002PK\\u0003\\u0004\", \"engine\": \"PLANNER\"}");
        assertThat(binary.at("/kind")).isEqualTo("REFUSAL");
        assertThat(binary.at("/response")).contains("does not read like a question");
    }

    @Test
    void aQuestionOfAHundredKilobytesIsRefusedWithItsField() throws Exception {
        Reply reply = ask(ann, "{\"question\": \"%s\"}".formatted("how many ".repeat(11_400)));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("question", "4000");
    }

    @Test
    void anotherLanguageIsNamedWhereNoModelIsAsked() throws Exception {
        Reply reply =
                ask(
                        ann,
                        "{\"question\": \"Wie viele Besitzer gibt es in Oslo?\", \"engine\": \"PLANNER\"}");
        assertThat(reply.at("/kind")).isEqualTo("REFUSAL");
        assertThat(reply.at("/response")).contains("English");
    }

    @Test
    void whileANewSurveyIsUnderWayTheOldEditionAnswers() throws Exception {
        house.catalog()
                .sql("UPDATE connection SET status = 'UPDATING', progress = 40 WHERE id = :id")
                .param("id", pets)
                .update();
        try {
            Reply reply = ask(ann, COUNT);
            assertThat(reply.body().at("/rows/0/0").asInt(0)).isEqualTo(1);
            assertThat(reply.body().at("/evidence/edition").asInt(0)).isEqualTo(1);
        } finally {
            house.catalog()
                    .sql("UPDATE connection SET status = 'READY', progress = 100 WHERE id = :id")
                    .param("id", pets)
                    .update();
        }
    }

    @Test
    void sqlByHandGoesThroughTheGuard() throws Exception {
        String path = "/api/v1/connections/" + pets + "/sql";
        Reply rows =
                house.send(
                        "POST",
                        path,
                        ann,
                        "{\"sql\": \"SELECT name FROM owners\", \"maxRows\": 1}");
        assertThat(rows.body().at("/rows")).hasSize(1);
        assertThat(rows.body().at("/truncated").asBoolean(false)).isTrue();
        Reply refused = house.send("POST", path, ann, "{\"sql\": \"DELETE FROM owners\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/rule")).isEqualTo("not-a-query");
        assertThat(house.send("POST", path, bob, "{\"sql\": \"SELECT 1\"}").status())
                .isEqualTo(404);
    }

    @Test
    void structureAndSearchTellWhatThereIs() throws Exception {
        Reply structure = house.get("/api/v1/connections/" + pets + "/structure?table=pets", ann);
        assertThat(structure.at("/tables/0/name")).isEqualTo("pets");
        assertThat(structure.body().at("/tables/0/columns")).hasSize(4);
        Reply found = house.get("/api/v1/search?q=species%20of%20pets&limit=1", ann);
        assertThat(found.at("/items/0/table")).isEqualTo("pets");
        assertThat(house.get("/api/v1/search?q=pets", bob).body().at("/items")).isEmpty();
    }

    @Test
    void hiddenColumnsAreNeitherFoundNorNamed() throws Exception {
        UUID hidden =
                house.surveyed(
                        "chat-hidden",
                        ann,
                        PetShop.content("sqlite"),
                        "CREATE TABLE owners (owner_id INTEGER PRIMARY KEY, name TEXT, city TEXT, age INTEGER)",
                        "CREATE TABLE pets (pet_id INTEGER PRIMARY KEY, owner_id INTEGER, species TEXT, weight INTEGER)");
        Reply policies =
                house.send(
                        "PUT",
                        "/api/v1/connections/" + hidden + "/policies",
                        ann,
                        """
                        {"liftedForOwners": false, "rules": [{"hiddenColumns": [
                          {"schema": "main", "table": "owners", "column": "age"}]}]}
                        """);
        assertThat(policies.status()).as(policies.text()).isEqualTo(200);
        String question =
                "{\"question\": \"What is the average age of the owners?\", \"engine\": \"PLANNER\"}";
        Reply reply = house.send("POST", "/api/v1/chat/" + hidden, ann, question);
        assertThat(reply.at("/sql")).doesNotContain("age");
        Reply columns =
                house.send(
                        "POST",
                        "/api/v1/chat/" + hidden,
                        ann,
                        "{\"question\": \"What columns does the owners table have?\"}");
        assertThat(columns.body().at("/rows")).hasSize(3);
    }

    private static String chat() {
        return "/api/v1/chat/" + pets;
    }

    private static Reply ask(Person person, String body) throws Exception {
        return house.send("POST", chat(), person, body);
    }

    private static List<Event> stream(Person person, String body) throws Exception {
        List<Event> events = new ArrayList<>();
        open(person, body).forEachRemaining(events::add);
        return events;
    }

    private static Iterator<Event> open(Person person, String body) throws Exception {
        return iterator(
                request(person, chat())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static List<Event> events(HttpRequest request) throws Exception {
        List<Event> events = new ArrayList<>();
        iterator(request).forEachRemaining(events::add);
        return events;
    }

    private static HttpRequest.Builder request(Person person, String path) {
        return HttpRequest.newBuilder(URI.create(house.url() + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + person.token());
    }

    private static Iterator<Event> iterator(HttpRequest request) throws Exception {
        HttpResponse<Stream<String>> response = house.http().send(request, BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return new Lines(response.body().iterator());
    }

    private static final class Lines implements Iterator<Event> {

        private final Iterator<String> lines;
        private @Nullable Event next;

        Lines(Iterator<String> lines) {
            this.lines = lines;
            this.next = read();
        }

        private @Nullable Event read() {
            Map<String, String> fields = new HashMap<>();
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.isEmpty() && fields.containsKey("data")) {
                    return new Event(
                            Integer.parseInt(fields.getOrDefault("id", "0")),
                            fields.getOrDefault("event", ""),
                            JsonMapper.shared().readTree(fields.getOrDefault("data", "{}")));
                }
                int colon = line.indexOf(':');
                if (colon > 0) {
                    fields.merge(
                            line.substring(0, colon),
                            line.substring(colon + 1).strip(),
                            String::concat);
                }
            }
            return null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Event next() {
            Event event = next;
            if (event == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return event;
        }
    }
}
