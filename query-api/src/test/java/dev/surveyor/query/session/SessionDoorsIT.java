package dev.surveyor.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.Evidence;
import dev.surveyor.query.QueryHouse;
import dev.surveyor.query.QueryHouse.Person;
import dev.surveyor.query.QueryHouse.Reply;
import dev.surveyor.query.keep.Personal;
import dev.surveyor.query.session.SqlRun.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionDoorsIT {

    private QueryHouse house;
    private Conversations conversations;
    private Person owner;
    private Person guest;
    private Person stranger;
    private UUID connection;
    private String sessions;

    @BeforeEach
    void open() throws Exception {
        house = QueryHouse.shared();
        conversations = house.bean(Conversations.class);
        owner = house.person("olga", "USER");
        guest = house.person("gina", "USER");
        stranger = house.person("sven", "USER");
        connection = house.connection("doors " + UUID.randomUUID(), owner);
        sessions = "/api/v1/chat/" + connection + "/sessions";
        house.send(
                "POST",
                "/api/v1/connections/" + connection + "/shares",
                owner,
                "{\"userId\": \"%s\", \"right\": \"CHAT\"}".formatted(guest.id()));
    }

    private UUID talk(Person person, String question) {
        UUID run = UUID.randomUUID();
        UUID session = begin(person, null, question, run);
        finish(session, run);
        return session;
    }

    private void goOn(Person person, UUID session, String question) {
        UUID run = UUID.randomUUID();
        begin(person, session, question, run);
        finish(session, run);
    }

    private UUID begin(Person person, @Nullable UUID session, String question, UUID run) {
        return conversations
                .begin(connection, person.id(), session, question, run, Acknowledged.AT_ONCE)
                .session();
    }

    private void finish(UUID session, UUID run) {
        Answer answer =
                new Answer(
                        null,
                        null,
                        run,
                        AnswerKind.ANSWER,
                        "Here.",
                        "SELECT 1",
                        List.of(new AnswerColumn("n", "int4", TypeFamily.INTEGER)),
                        List.of(List.of(1)),
                        1,
                        false,
                        5,
                        "",
                        0.8,
                        List.of(),
                        null,
                        Evidence.NONE,
                        List.of(),
                        List.of());
        conversations.finish(session, run, answer, Personal.NONE, null);
    }

    private static List<String> texts(Reply page, String field) {
        List<String> texts = new ArrayList<>();
        page.body().path("items").forEach(item -> texts.add(item.path(field).asString()));
        return texts;
    }

    @Test
    void conversationsAreListedInPagesTheOneUsedLastFirst() throws Exception {
        UUID first = talk(owner, "first");
        talk(owner, "second");
        talk(owner, "third");
        goOn(owner, first, "again");
        Reply page = house.get(sessions + "?limit=2", owner);
        assertThat(page.status()).isEqualTo(200);
        assertThat(texts(page, "title")).containsExactly("first", "third");
        Reply rest = house.get(sessions + "?limit=2&after=" + page.at("/next"), owner);
        assertThat(texts(rest, "title")).containsExactly("second");
        assertThat(rest.body().path("next").isNull()).isTrue();
    }

    @Test
    void everybodySeesTheirOwnConversationsOnly() throws Exception {
        UUID session = talk(owner, "mine");
        talk(guest, "hers");
        assertThat(texts(house.get(sessions, owner), "title")).containsExactly("mine");
        assertThat(texts(house.get(sessions, guest), "title")).containsExactly("hers");
        for (String path : List.of("/" + session, "/" + session + "/messages")) {
            Reply refused = house.get(sessions + path, guest);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.at("/code")).isEqualTo("session-unknown");
        }
        assertThat(house.send("DELETE", sessions + "/" + session, guest, "").status())
                .isEqualTo(404);
        assertThat(
                        house.send("PATCH", sessions + "/" + session, guest, "{\"title\": \"x\"}")
                                .status())
                .isEqualTo(404);
        assertThat(house.get(sessions, stranger).at("/code")).isEqualTo("connection-unknown");
        assertThat(house.get(sessions + "/" + session, owner).at("/title")).isEqualTo("mine");
    }

    @Test
    void aConversationIsRenamedAndDeleted() throws Exception {
        String session = sessions + "/" + talk(owner, "first");
        assertThat(
                        house.send(
                                        "PATCH",
                                        session,
                                        owner,
                                        "{\"title\": \" Sales \\u0000 in May\"}")
                                .at("/title"))
                .isEqualTo("Sales \uFFFD in May");
        assertThat(house.send("PATCH", session, owner, "{\"title\": \" \"}").status())
                .isEqualTo(400);
        assertThat(house.send("DELETE", session, owner, "").status()).isEqualTo(204);
        assertThat(house.send("DELETE", session, owner, "").status()).isEqualTo(404);
        assertThat(house.get(session, owner).status()).isEqualTo(404);
    }

    @Test
    void messagesComeInPagesTheNewestFirst() throws Exception {
        UUID session = talk(owner, "first");
        goOn(owner, session, "second");
        String messages = sessions + "/" + session + "/messages";
        Reply page = house.get(messages + "?limit=3", owner);
        assertThat(texts(page, "text")).containsExactly("Here.", "second", "Here.");
        assertThat(page.at("/items/0/answer/sql")).isEqualTo("SELECT 1");
        assertThat(page.at("/items/0/answer/rows/0/0")).isEqualTo("1");
        assertThat(page.at("/items/0/answer/messageId")).isEqualTo(page.at("/items/0/id"));
        assertThat(page.body().at("/items/1").has("answer")).isFalse();
        Reply rest = house.get(messages + "?limit=3&after=" + page.at("/next"), owner);
        assertThat(texts(rest, "text")).containsExactly("first");
    }

    @Test
    void whatRunsIsShownUntilItCountsAsDead() throws Exception {
        UUID run = UUID.randomUUID();
        UUID session = begin(owner, null, "slow", run);
        assertThat(house.get(sessions + "/" + session, owner).at("/runId"))
                .isEqualTo(run.toString());
        finish(session, run);
        assertThat(house.get(sessions + "/" + session, owner).body().path("runId").isNull())
                .isTrue();
    }

    @Test
    void whatIsNoCursorIsRefused() throws Exception {
        UUID session = talk(owner, "first");
        for (String path : List.of("", "/" + session + "/messages")) {
            for (String cursor : List.of("x", "MjAyNiB4", "%20")) {
                assertThat(house.get(sessions + path + "?after=" + cursor, owner).status())
                        .as(path + cursor)
                        .isEqualTo(400);
            }
        }
        assertThat(house.get(sessions + "?limit=0", owner).status()).isEqualTo(400);
    }

    private void note(Person person, String sql, boolean personal) {
        house.bean(SqlHistory.class)
                .note(
                        new SqlRun(
                                connection,
                                person.id(),
                                sql,
                                SqlRun.BY_HAND,
                                Outcome.COMPLETED,
                                3,
                                7,
                                personal));
    }

    @Test
    void ownersSeeWhatRanForEverybodyAndOthersTheirOwn() throws Exception {
        note(owner, "SELECT 1", false);
        note(guest, "SELECT name FROM t WHERE name = 'Anna'", true);
        note(guest, "SELECT '\0'", false);
        String history = "/api/v1/connections/" + connection + "/sql-history";
        Reply all = house.get(history, owner);
        assertThat(texts(all, "sql"))
                .containsExactly(
                        "SELECT '\uFFFD'", "SELECT name FROM t WHERE name = '…'", "SELECT 1");
        assertThat(texts(all, "person")).containsExactly("gina", "gina", "olga");
        assertThat(all.at("/items/0/outcome")).isEqualTo("COMPLETED");
        Reply own = house.get(history + "?limit=1", guest);
        assertThat(texts(own, "sql")).containsExactly("SELECT '\uFFFD'");
        Reply rest = house.get(history + "?limit=5&after=" + own.at("/next"), guest);
        assertThat(texts(rest, "sql")).containsExactly("SELECT name FROM t WHERE name = '…'");
        assertThat(house.get(history, stranger).status()).isEqualTo(404);
    }
}
