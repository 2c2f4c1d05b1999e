package dev.surveyor.connections.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.sources.SourceSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LedgerTests {

    private static final Duration NO_TIME = Duration.ofMillis(1);

    private final List<SourceSession> dropped = new ArrayList<>();
    private final Ledger.Key questions = new Ledger.Key(UUID.randomUUID(), AskerClass.QUESTIONS);
    private final Ledger.Key surveys = new Ledger.Key(questions.connection(), AskerClass.SURVEYS);
    private final Ledger.Key others = new Ledger.Key(UUID.randomUUID(), AskerClass.QUESTIONS);

    /** Only its identity matters here. */
    private static SourceSession session() {
        return (SourceSession)
                Proxy.newProxyInstance(
                        LedgerTests.class.getClassLoader(),
                        new Class<?>[] {SourceSession.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "hashCode" -> System.identityHashCode(proxy);
                                    case "equals" ->
                                            arguments != null
                                                    && System.identityHashCode(proxy)
                                                            == System.identityHashCode(
                                                                    arguments[0]);
                                    case "toString" -> "session";
                                    default -> throw new UnsupportedOperationException();
                                });
    }

    private Slot take(Ledger ledger, Ledger.Key key, int limit) {
        return ledger.take(key, 1, limit, NO_TIME, dropped);
    }

    @Test
    void aSessionThatCameBackIsHandedOutAgain() {
        Ledger ledger = new Ledger(10);
        Slot first = take(ledger, questions, 5);
        assertThat(first.warm).isEmpty();
        SourceSession session = session();
        assertThat(ledger.giveBack(first, Optional.of(session))).isTrue();
        assertThat(take(ledger, questions, 5).warm).containsSame(session);
        assertThat(ledger.open()).isEqualTo(1);
    }

    @Test
    void eachUseOfAConnectionHasALimitOfItsOwnAndSaysSo() {
        Ledger ledger = new Ledger(10);
        take(ledger, questions, 1);
        take(ledger, surveys, 1);
        assertThatThrownBy(() -> take(ledger, questions, 1))
                .isInstanceOf(ConnectionsException.class)
                .hasMessageContaining("All 1 sessions for questions of this connection");
    }

    @Test
    void atTheLimitOfAllTheLongestIdleOfAnotherConnectionGivesWay() {
        Ledger ledger = new Ledger(2);
        SourceSession idle = session();
        ledger.giveBack(take(ledger, others, 5), Optional.of(idle));
        take(ledger, questions, 5);
        take(ledger, questions, 5);
        assertThat(dropped).containsExactly(idle);
        assertThatThrownBy(() -> take(ledger, others, 5))
                .hasMessageContaining("surveyor.connections.sessions-max");
    }

    @Test
    void whoWaitsGetsWhatComesBack() throws Exception {
        Ledger ledger = new Ledger(10);
        Slot held = take(ledger, questions, 1);
        CompletableFuture<Slot> waiting =
                CompletableFuture.supplyAsync(() ->
                        ledger.take(questions, 1, 1, Duration.ofSeconds(20), new ArrayList<>()));
        SourceSession session = session();
        ledger.giveBack(held, Optional.of(session));
        assertThat(waiting.get(20, TimeUnit.SECONDS).warm).containsSame(session);
    }

    @Test
    void aChangedConnectionKeepsNothingThatWasOpenedBefore() {
        Ledger ledger = new Ledger(10);
        Slot used = take(ledger, questions, 5);
        Slot returned = take(ledger, questions, 5);
        SourceSession idle = session();
        ledger.giveBack(returned, Optional.of(idle));
        assertThat(ledger.drop(questions.connection())).containsExactly(idle);
        assertThat(ledger.giveBack(used, Optional.of(session()))).isFalse();
        assertThat(ledger.open()).isZero();
    }

    @Test
    void anotherVersionsSessionIsNotHandedOut() {
        Ledger ledger = new Ledger(10);
        SourceSession old = session();
        ledger.giveBack(take(ledger, questions, 5), Optional.of(old));
        assertThat(ledger.take(questions, 2, 5, NO_TIME, dropped).warm).isEmpty();
        assertThat(dropped).containsExactly(old);
    }

    @Test
    void whatNobodyUsesIsClosedAfterAWhile() {
        Ledger ledger = new Ledger(10);
        SourceSession idle = session();
        ledger.giveBack(take(ledger, questions, 5), Optional.of(idle));
        assertThat(ledger.dropIdle(Duration.ofHours(1))).isEmpty();
        assertThat(ledger.dropIdle(Duration.ZERO)).containsExactly(idle);
        assertThat(ledger.open()).isZero();
        assertThat(ledger.knows(questions.connection())).isFalse();
    }

    @Test
    void whoComesWhenTooManyWaitIsToldAtOnce() throws Exception {
        Ledger ledger = new Ledger(10);
        take(ledger, questions, 1);
        CountDownLatch turnedAway = new CountDownLatch(1);
        List<Thread> waiting = new ArrayList<>();
        List<String> told = new CopyOnWriteArrayList<>();
        for (int i = 0; i <= Ledger.WAITING_MAX; i++) {
            waiting.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    ledger.take(
                                            questions,
                                            1,
                                            1,
                                            Duration.ofMinutes(5),
                                            new ArrayList<>());
                                } catch (ConnectionsException e) {
                                    told.add(e.getMessage());
                                    turnedAway.countDown();
                                }
                            }));
        }
        assertThat(turnedAway.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(told)
                .containsExactly("500 others wait for a session already: try again in a moment.");
        waiting.forEach(Thread::interrupt);
        for (Thread one : waiting) {
            one.join();
        }
        assertThat(told)
                .hasSize(waiting.size())
                .contains("Waiting for a session of this connection was cancelled.");
    }
}
