package dev.surveyor.query.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.query.PetShop;
import dev.surveyor.query.QueryHouse;
import dev.surveyor.query.QueryHouse.Person;
import dev.surveyor.query.QueryHouse.Reply;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A database that goes away while it is asked. */
class DatabaseGoneIT {

    private static final String DATABASE = "gone";
    private static final String COUNT = "How many owners are there in Oslo?";

    @Test
    void aDatabaseThatGoesAwayInTheMiddleIsNamedAndNothingIsLost() throws Exception {
        QueryHouse house = QueryHouse.shared();
        Person ann = house.person("gone-ann", "USER");
        String chat =
                "/api/v1/chat/"
                        + house.surveyedOnServer(
                                DATABASE,
                                ann,
                                PetShop.content("postgresql"),
                                "CREATE SCHEMA main",
                                "CREATE TABLE main.owners (owner_id int PRIMARY KEY, name text, city text, age int)",
                                "CREATE TABLE main.pets (pet_id int PRIMARY KEY, owner_id int, species text, weight int)",
                                "INSERT INTO main.owners VALUES (1, 'Ann', 'Paris', 30), (2, 'Bob', 'Oslo', 40)",
                                "GRANT USAGE ON SCHEMA main TO gone",
                                "GRANT SELECT ON ALL TABLES IN SCHEMA main TO gone");
        Reply before = ask(house, ann, chat, null);
        assertThat(before.body().at("/rows/0/0").asInt(0)).as(before.text()).isEqualTo(1);
        UUID session = UUID.fromString(before.at("/sessionId"));

        Reply cut = cutInTheMiddle(house, ann, chat, session);
        assertThat(cut.at("/kind")).isEqualTo("FAILURE");
        assertThat(cut.at("/response")).contains("Ask again");

        house.execute("postgres", "ALTER DATABASE gone ALLOW_CONNECTIONS false");
        Reply away = ask(house, ann, chat, session);
        assertThat(away.at("/kind")).isEqualTo("FAILURE");
        assertThat(away.at("/response")).isNotBlank().isNotEqualTo(cut.at("/response"));

        house.execute("postgres", "ALTER DATABASE gone ALLOW_CONNECTIONS true");
        assertThat(ask(house, ann, chat, session).at("/kind")).isEqualTo("ANSWER");
        Reply messages = house.get(chat + "/sessions/" + session + "/messages", ann);
        assertThat(messages.body().at("/items")).hasSize(8);
    }

    /** Its statement waits for a table while its session is ended. */
    private static Reply cutInTheMiddle(QueryHouse house, Person ann, String chat, UUID session)
            throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection locking = house.administrator(DATABASE);
                Statement lock = locking.createStatement()) {
            locking.setAutoCommit(false);
            lock.execute("LOCK TABLE main.owners");
            Future<Reply> asked = threads.submit(() -> ask(house, ann, chat, session));
            assertThat(endWaiting(house)).isTrue();
            Reply reply = asked.get();
            locking.rollback();
            return reply;
        }
    }

    private static boolean endWaiting(QueryHouse house) throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        try (Connection admin = house.administrator("postgres");
                Statement statement = admin.createStatement()) {
            while (System.nanoTime() < end) {
                try (ResultSet ended =
                        statement.executeQuery(
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'gone' AND wait_event_type = 'Lock'")) {
                    if (ended.next()) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static Reply ask(
            QueryHouse house,
            Person ann,
            String chat,
            @org.jspecify.annotations.Nullable UUID session)
            throws Exception {
        return house.send(
                "POST",
                chat,
                ann,
                session == null
                        ? "{\"question\": \"%s\", \"engine\": \"PLANNER\"}".formatted(COUNT)
                        : "{\"question\": \"%s\", \"engine\": \"PLANNER\", \"sessionId\": \"%s\"}"
                                .formatted(COUNT, session));
    }
}
