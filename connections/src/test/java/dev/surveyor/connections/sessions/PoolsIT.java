package dev.surveyor.connections.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsSettings;
import dev.surveyor.connections.House;
import dev.surveyor.connections.House.Person;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.reach.ScriptedNames;
import dev.surveyor.connections.secrets.ConnectionSecrets;
import dev.surveyor.sources.ReadQuery;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PoolsIT {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration NO_REST = Duration.ofNanos(1);

    private static House house;
    private static Person owner;

    private final List<SessionPools> opened = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        house = House.shared();
        owner = house.register("polly");
    }

    @AfterEach
    void closePools() {
        opened.forEach(SessionPools::destroy);
    }

    /** Pools of their own, with these limits. */
    private SessionPools pools(int sessionsMax, Duration idle) {
        ConnectionsSettings settings =
                new ConnectionsSettings(
                        List.of("loopback"),
                        "",
                        10,
                        10,
                        sessionsMax,
                        50,
                        WAIT,
                        idle,
                        House.CONNECT_TIMEOUT,
                        10);
        SessionPools pools =
                new SessionPools(
                        house.context.getBean(Opener.class),
                        house.context.getBean(ConnectionSecrets.class),
                        settings);
        opened.add(pools);
        return pools;
    }

    private static Connection saved(String name, String more) throws Exception {
        return house.connection(house.saved(name, owner, more));
    }

    private static SourceSession borrowed(SessionPools pools, Connection connection) {
        try (SessionLease lease = pools.lease(connection, AskerClass.QUESTIONS)) {
            return lease.session();
        }
    }

    private static void endServerProcesses() {
        house.administrator("postgres")
                .sql(
                        "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE usename = 'shop_reader'")
                .query(Long.class)
                .single();
    }

    @Test
    void sessionsAreKeptWarmAndCountedForEachUse() throws Exception {
        SessionPools pools = pools(10, Duration.ofMinutes(2));
        Connection connection = saved("Counted", ", \"questionSessions\": 2");
        SourceSession first = borrowed(pools, connection);
        List<SessionLease> held = new ArrayList<>();
        held.add(pools.lease(connection, AskerClass.QUESTIONS));
        held.add(pools.lease(connection, AskerClass.QUESTIONS));
        assertThat(held.getFirst().session()).isSameAs(first);
        assertThatThrownBy(() -> pools.lease(connection, AskerClass.QUESTIONS))
                .isInstanceOfSatisfying(
                        ConnectionsException.class, e -> assertThat(e.transientFailure()).isTrue())
                .hasMessage(
                        "All 2 sessions for questions of this connection were in use for 200 ms: try again, or let its owner allow more.");
        held.add(pools.lease(connection, AskerClass.SURVEYS));
        assertThat(pools.open()).isEqualTo(3);
        held.forEach(SessionLease::close);
    }

    @Test
    void whoWaitsForAnotherConnectionsSessionIsToldThatAllAreInUse() throws Exception {
        SessionPools pools = pools(1, Duration.ofMinutes(2));
        Connection one = saved("First of two", "");
        Connection other = saved("Second of two", "");
        SessionLease held = pools.lease(one, AskerClass.QUESTIONS);
        long begin = System.nanoTime();
        assertThatThrownBy(() -> pools.lease(other, AskerClass.QUESTIONS))
                .hasMessageContaining("All 1 sessions of this Surveyor were in use for 200 ms")
                .hasMessageContaining("surveyor.connections.sessions-max");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(WAIT, WAIT.plus(Duration.ofSeconds(5)));
        held.close();
        assertThat(borrowed(pools, other).usable()).isTrue();
        assertThat(pools.open()).isEqualTo(1);
    }

    @Test
    void whatRestsLongerThanItMayIsClosedAlsoOnTheServer() throws Exception {
        SessionPools pools = pools(10, NO_REST);
        SourceSession session = borrowed(pools, saved("Resting", ""));
        assertThat(session.usable()).isTrue();
        assertThat(pools.open()).isEqualTo(1);
        pools.closeIdle();
        assertThat(pools.open()).isZero();
        assertThat(session.usable()).isFalse();
    }

    @Test
    void aSessionThatBrokeInSomebodysHandsIsNotKept() throws Exception {
        SessionPools pools = pools(10, Duration.ofMinutes(2));
        Connection connection = saved("Broken", "");
        SourceSession first;
        try (SessionLease lease = pools.lease(connection, AskerClass.QUESTIONS)) {
            first = lease.session();
            endServerProcesses();
        }
        assertThat(pools.open()).isZero();
        try (SessionLease lease = pools.lease(connection, AskerClass.QUESTIONS)) {
            assertThat(lease.session()).isNotSameAs(first);
            assertThat(lease.session().structure().tables()).hasSize(2);
        }
    }

    @Test
    void aSessionWhoseStatementFailedIsAsNewForTheNext() throws Exception {
        SessionPools pools = pools(10, Duration.ofMinutes(2));
        Connection connection = saved("Failing", "");
        try (SessionLease lease = pools.lease(connection, AskerClass.QUESTIONS)) {
            SourceSession session = lease.session();
            assertThatThrownBy(() -> session.plan(ReadQuery.of("SELECT nothing", session.limits())))
                    .isInstanceOf(SourceException.class);
            session.cancel();
        }
        assertThat(borrowed(pools, connection).structure().tables()).hasSize(2);
    }

    @Test
    void aHostIsLookedUpOnceAndItsSessionsGoThereWhateverItSaysLater() throws Exception {
        String host = "two-faced.example";
        ScriptedNames.script(host, "127.0.0.1", "127.0.0.1", "169.254.169.254", "127.0.0.1");
        String fields =
                """
                {"name": "Two-faced", "kind": "postgresql", "host": "%s", "port": %d, "database": "shop",
                 "username": "shop_reader", "password": "reads"}
                """
                        .formatted(host, house.store.port());
        Connection connection = house.connection(house.create(owner, fields));
        SessionPools pools = pools(10, Duration.ofMinutes(2));
        List<SessionLease> held =
                List.of(
                        pools.lease(connection, AskerClass.QUESTIONS),
                        pools.lease(connection, AskerClass.QUESTIONS));
        endServerProcesses();
        held.forEach(SessionLease::close);
        assertThat(borrowed(pools, connection).usable()).isTrue();
        // Saving looked it up, and so did the first session; nothing has since.
        assertThat(ScriptedNames.left(host)).isEqualTo(2);

        pools.changed(connection.id());
        assertThatThrownBy(() -> pools.lease(connection, AskerClass.QUESTIONS))
                .isInstanceOf(ConnectionsException.class)
                .hasMessageContaining("169.254.169.254");
        assertThat(pools.open()).isZero();
        assertThat(borrowed(pools, connection).usable()).isTrue();
    }
}
