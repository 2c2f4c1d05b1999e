package dev.surveyor.query.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.Evidence;
import dev.surveyor.query.QueryException;
import dev.surveyor.query.QueryException.Code;
import dev.surveyor.query.QueryHouse;
import dev.surveyor.query.QueryHouse.Person;
import dev.surveyor.query.Turn;
import dev.surveyor.query.keep.Personal;
import dev.surveyor.query.session.MessageRows.ListedMessage;
import dev.surveyor.query.session.MessageRows.Speaker;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationsIT {

    private static final int AT_ONCE = 200;

    private QueryHouse house;
    private Conversations conversations;
    private Person anna;
    private UUID connection;

    @BeforeEach
    void open() throws Exception {
        house = QueryHouse.shared();
        conversations = house.bean(Conversations.class);
        anna = house.person("anna", "USER");
        connection = house.connection("shop " + UUID.randomUUID(), anna);
    }

    private Claim ask(UUID session, String question, UUID run) {
        return conversations.begin(
                connection, anna.id(), session, question, run, Acknowledged.AT_ONCE);
    }

    private Claim begin(String question, UUID run) {
        return conversations.begin(
                connection, anna.id(), null, question, run, Acknowledged.WITH_ITS_ANSWER);
    }

    private static Answer answer(UUID run, String response, String sql) {
        return new Answer(
                null,
                null,
                run,
                AnswerKind.ANSWER,
                response,
                sql,
                List.of(new AnswerColumn("name", "text", TypeFamily.TEXT)),
                List.of(List.of("Rome")),
                1,
                false,
                5,
                "All of them.",
                0.8,
                List.of(),
                null,
                Evidence.NONE,
                List.of(),
                List.of());
    }

    private UUID finish(UUID run, String response) {
        return finish(run, answer(run, response, "SELECT '" + response + "'"), Personal.NONE)
                .orElseThrow();
    }

    private Optional<UUID> finish(UUID run, Answer answer, Personal personal) {
        UUID session =
                house.catalog()
                        .sql(
                                "SELECT session_id FROM chat_message WHERE run_id = :run UNION ALL SELECT :run LIMIT 1")
                        .param("run", run)
                        .query(UUID.class)
                        .single();
        return conversations.finish(session, run, answer, personal, null);
    }

    /** The oldest first. */
    private List<ListedMessage> messages(UUID session) {
        return house.bean(MessageRows.class).page(session, Integer.MAX_VALUE, 10_000).reversed();
    }

    /** As if the run had given no sign of life for long. */
    private void die(UUID run) {
        house.catalog()
                .sql(
                        "UPDATE chat_session SET running_until = now() - interval '1 s' WHERE run_id = :run")
                .param("run", run)
                .update();
    }

    private void rest(UUID session, String time) {
        house.catalog()
                .sql("UPDATE chat_session SET used_at = now() - :time::interval WHERE id = :id")
                .param("time", time)
                .param("id", session)
                .update();
    }

    @Test
    void aQuestionIsKeptWithItsAnswer() {
        UUID run = UUID.randomUUID();
        Claim claim = begin("  How many\n cities? ", run);
        UUID message = finish(run, "Three.");

        List<ListedMessage> messages = messages(claim.session());
        assertThat(messages)
                .extracting(ListedMessage::id, ListedMessage::role, ListedMessage::text)
                .containsExactly(
                        tuple(claim.message(), Speaker.QUESTION, "  How many\n cities? "),
                        tuple(message, Speaker.ANSWER, "Three."));
        Answer answer = Objects.requireNonNull(messages.getLast().answer());
        assertThat(answer.messageId()).isEqualTo(message);
        assertThat(answer.sessionId()).isEqualTo(claim.session());
        assertThat(house.bean(SessionListing.class).byId(connection, anna.id(), claim.session()))
                .hasValueSatisfying(listed -> {
                    assertThat(listed.title()).isEqualTo("How many cities?");
                    assertThat(listed.messages()).isEqualTo(2);
                    assertThat(listed.runId()).isNull();
                });
    }

    @Test
    void theNextQuestionKnowsWhatWasSaidBefore() {
        UUID run = UUID.randomUUID();
        UUID session = begin("question 1", run).session();
        finish(run, "answer 1");
        for (int i = 2; i <= 7; i++) {
            UUID next = UUID.randomUUID();
            ask(session, "question " + i, next);
            finish(next, "answer " + i);
        }
        List<Turn> context = ask(session, "and now?", UUID.randomUUID()).context();
        assertThat(context)
                .hasSize(5)
                .startsWith(new Turn("question 3", "SELECT 'answer 3'", "answer 3"))
                .endsWith(new Turn("question 7", "SELECT 'answer 7'", "answer 7"));
    }

    @Test
    void aConversationThatRestedForLongBeginsAnew() {
        UUID run = UUID.randomUUID();
        UUID session = begin("question", run).session();
        finish(run, "answer");
        rest(session, "59 min");
        UUID second = UUID.randomUUID();
        assertThat(ask(session, "and now?", second).context()).hasSize(1);
        finish(second, "answer");
        rest(session, "61 min");
        assertThat(ask(session, "and now?", UUID.randomUUID()).context()).isEmpty();
        assertThat(messages(session)).hasSize(5);
    }

    @Test
    void aSecondQuestionIsToldWhichRunHoldsTheConversation() {
        UUID run = UUID.randomUUID();
        UUID session = begin("first", run).session();
        assertThatThrownBy(() -> ask(session, "second", UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(Code.SESSION_BUSY);
                            assertThat(refused.extras()).isEqualTo(Map.of("runId", run.toString()));
                        });
        assertThat(messages(session)).hasSize(1);
        finish(run, "done");
        assertThat(ask(session, "second", UUID.randomUUID()).context()).hasSize(1);
    }

    private static void atOnce(Callable<UUID> asking) throws Exception {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<UUID> asked : askers.invokeAll(Collections.nCopies(AT_ONCE, asking))) {
                asked.get();
            }
        }
    }

    @Test
    void ofManyQuestionsAtOnceOneRunsAndNothingIsLostOrMixed() throws Exception {
        UUID first = UUID.randomUUID();
        UUID session = begin("question " + first, first).session();
        finish(first, "answer " + first);

        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        acknowledged.add(first);
        for (int round = 0; round < 3; round++) {
            Map<UUID, UUID> refused = new ConcurrentHashMap<>();
            Set<UUID> ran = ConcurrentHashMap.newKeySet();
            atOnce(() -> {
                UUID run = UUID.randomUUID();
                try {
                    ask(session, "question " + run, run);
                    ran.add(run);
                } catch (QueryException e) {
                    refused.put(run, UUID.fromString("" + e.extras().get("runId")));
                }
                return run;
            });
            assertThat(ran).hasSize(1);
            UUID one = ran.iterator().next();
            assertThat(refused).hasSize(AT_ONCE - 1);
            assertThat(refused.values()).containsOnly(one);
            finish(one, "answer " + one);
            acknowledged.add(one);
        }

        List<ListedMessage> messages = messages(session);
        assertThat(messages).hasSize(2 * acknowledged.size());
        for (int i = 0; i < messages.size(); i += 2) {
            ListedMessage question = messages.get(i);
            ListedMessage answer = messages.get(i + 1);
            assertThat(acknowledged).contains(question.runId());
            assertThat(question.text()).isEqualTo("question " + question.runId());
            assertThat(answer.text()).isEqualTo("answer " + question.runId());
            assertThat(question.number()).isEqualTo(i + 1);
        }
    }

    @Test
    void theQuestionOfADeadRunIsAnsweredByWhoeverComesNext() {
        UUID dead = UUID.randomUUID();
        UUID session = begin("lost", dead).session();
        die(dead);
        UUID next = UUID.randomUUID();
        ask(session, "next", next);

        assertThat(conversations.prolong(dead)).isFalse();
        assertThat(finish(dead, answer(dead, "late", ""), Personal.NONE)).isEmpty();
        finish(next, "here");

        List<ListedMessage> messages = messages(session);
        assertThat(messages)
                .extracting(ListedMessage::runId)
                .containsExactly(dead, dead, next, next);
        Answer interrupted = Objects.requireNonNull(messages.get(1).answer());
        assertThat(interrupted.kind()).isEqualTo(AnswerKind.FAILURE);
        assertThat(interrupted.response()).contains("interrupted");
    }

    @Test
    void theQuestionOfADeadRunIsAnsweredAlsoWhereNobodyComes() {
        UUID dead = UUID.randomUUID();
        UUID alive = UUID.randomUUID();
        UUID session = begin("lost", dead).session();
        UUID other = begin("not lost", alive).session();
        die(dead);
        assertThat(conversations.interruptDead()).isEqualTo(1);
        assertThat(conversations.interruptDead()).isZero();
        assertThat(messages(session)).hasSize(2);
        assertThat(messages(other)).hasSize(1);
        finish(alive, "here");
    }

    @Test
    void aSignOfLifeKeepsTheClaim() {
        UUID run = UUID.randomUUID();
        UUID session = begin("slow", run).session();
        die(run);
        assertThat(conversations.prolong(run)).isTrue();
        assertThatThrownBy(() -> ask(session, "next", UUID.randomUUID()))
                .isInstanceOf(QueryException.class);
        finish(run, "here");
    }

    @Test
    void nobodyGoesOnWithAnothersConversation() throws Exception {
        UUID run = UUID.randomUUID();
        UUID session = begin("mine", run).session();
        finish(run, "here");
        Person bob = house.person("bob", "USER");
        UUID elsewhere = house.connection("elsewhere " + run, anna);
        for (Runnable attempt :
                List.<Runnable>of(
                        () ->
                                conversations.begin(
                                        connection,
                                        bob.id(),
                                        session,
                                        "yours?",
                                        UUID.randomUUID(),
                                        Acknowledged.AT_ONCE),
                        () ->
                                conversations.begin(
                                        elsewhere,
                                        anna.id(),
                                        session,
                                        "here?",
                                        UUID.randomUUID(),
                                        Acknowledged.AT_ONCE),
                        () -> ask(UUID.randomUUID(), "what?", UUID.randomUUID()))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOfSatisfying(
                            QueryException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.SESSION_UNKNOWN));
        }
        assertThat(messages(session)).hasSize(2);
    }

    @Test
    void anyCharacterCanBeAsked() {
        UUID run = UUID.randomUUID();
        UUID session = begin("\0 \uD83D\uDE00 \uD83D x", run).session();
        finish(run, "\0 here");
        assertThat(messages(session).getFirst().text()).startsWith("\uFFFD \uD83D\uDE00");
        assertThat(messages(session).getLast().text()).isEqualTo("\uFFFD here");
    }

    @Test
    void theAnswerToADeletedConversationIsNotKept() {
        UUID run = UUID.randomUUID();
        UUID session = begin("question", run).session();
        assertThat(house.bean(SessionListing.class).delete(connection, anna.id(), session))
                .hasValueSatisfying(deleted -> assertThat(deleted.run()).isEqualTo(run));
        assertThat(conversations.prolong(run)).isFalse();
        assertThat(finish(run, answer(run, "late", ""), Personal.NONE)).isEmpty();
    }

    @Test
    void theStoreHoldsNoPersonalValue() {
        UUID run = UUID.randomUUID();
        begin("who is it?", run);
        finish(
                run,
                answer(run, "It is Rome.", "SELECT name FROM t WHERE name = 'Rome'"),
                new Personal(Set.of(0), Set.of("public.t.name")));
        assertThat(
                        house.catalog()
                                .sql(
                                        "SELECT count(*) FROM chat_message WHERE run_id = :run AND (text LIKE '%Rome%' OR sql LIKE '%Rome%' OR answer LIKE '%Rome%')")
                                .param("run", run)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void whatIsOldGoes() {
        UUID run = UUID.randomUUID();
        UUID session = begin("old", run).session();
        finish(run, "answer");
        UUID recent = UUID.randomUUID();
        UUID kept = begin("recent", recent).session();
        finish(recent, "answer");
        house.bean(SqlHistory.class)
                .note(
                        new SqlRun(
                                connection,
                                anna.id(),
                                "SELECT 1",
                                SqlRun.BY_HAND,
                                SqlRun.Outcome.COMPLETED,
                                1,
                                2,
                                false));
        house.catalog()
                .sql(
                        "INSERT INTO llm_usage VALUES ('old', current_date - 60, 5), ('new', current_date, 5)")
                .update();
        rest(session, "91 d");
        house.catalog()
                .sql("UPDATE chat_message SET at = now() - interval '91 d' WHERE session_id = :id")
                .param("id", session)
                .update();
        house.catalog().sql("UPDATE sql_history SET at = now() - interval '91 d'").update();

        house.bean(Retention.class).beat();

        assertThat(house.bean(SessionListing.class).byId(connection, anna.id(), session)).isEmpty();
        assertThat(messages(kept)).hasSize(2);
        assertThat(house.bean(SqlHistory.class).page(connection, null, Long.MAX_VALUE, 10))
                .isEmpty();
        assertThat(
                        house.catalog()
                                .sql(
                                        "SELECT user_id FROM llm_usage WHERE user_id IN ('old', 'new')")
                                .query(String.class)
                                .list())
                .containsExactly("new");
    }

    @Test
    void aConversationGoesWithItsConnection() {
        UUID run = UUID.randomUUID();
        UUID session = begin("question", run).session();
        finish(run, "answer");
        house.catalog()
                .sql("DELETE FROM connection WHERE id = :id")
                .param("id", connection)
                .update();
        assertThat(messages(session)).isEmpty();
    }
}
