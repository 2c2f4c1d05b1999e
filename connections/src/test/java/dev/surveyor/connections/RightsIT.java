package dev.surveyor.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.connections.House.Answer;
import dev.surveyor.connections.House.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may do what with a connection, and what a role of the database may do through it. */
class RightsIT {

    private static final String PATH = "/api/v1/connections/";
    private static final String SHARE = "{\"userId\":\"%s\",\"right\":\"%s\"}";

    private static House house;
    private static Person owner;
    private static Person friend;
    private static Person third;

    @BeforeAll
    static void open() throws Exception {
        house = House.shared();
        owner = house.register("rosa");
        friend = house.register("rolf");
        third = house.register("rita");
    }

    @Test
    void everyFieldComesBackAsItWasTyped() throws Exception {
        String more =
                """
                , "description": "All of it", "ssl": "DISABLE",
                "includedSchemas": ["sales"], "excludedSchemas": ["hr"], "questionSessions": 7, "surveySessions": 3,
                "referenceDate": "2026-06-30",
                "egress": {"where": "PROVIDERS", "providers": ["anthropic"], "what": ["NAMES"]},
                "survey": {"tableSecondsMax": 30, "excludedTables": ["sales.tmp_*"], "keepValues": false, "askModel": false},
                "queryLimits": {"costMax": 5000.5}
                """;
        Answer shown = house.get(PATH + house.saved("Full", owner, more), owner);
        assertThat(shown.at("/description")).isEqualTo("All of it");
        assertThat(shown.at("/ssl")).isEqualTo("DISABLE");
        assertThat(shown.at("/includedSchemas/0")).isEqualTo("sales");
        assertThat(shown.at("/excludedSchemas/0")).isEqualTo("hr");
        assertThat(shown.body().at("/questionSessions").asInt()).isEqualTo(7);
        assertThat(shown.body().at("/surveySessions").asInt()).isEqualTo(3);
        assertThat(shown.at("/referenceDate")).isEqualTo("2026-06-30");
        assertThat(shown.at("/egress/where")).isEqualTo("PROVIDERS");
        assertThat(shown.at("/egress/providers/0")).isEqualTo("anthropic");
        assertThat(shown.body().at("/egress/what")).hasSize(1);
        assertThat(shown.body().at("/survey/tableSecondsMax").asInt()).isEqualTo(30);
        assertThat(shown.at("/survey/excludedTables/0")).isEqualTo("sales.tmp_*");
        assertThat(shown.body().at("/survey/keepValues").asBoolean()).isFalse();
        assertThat(shown.body().at("/survey/askModel").asBoolean()).isFalse();
        assertThat(shown.body().at("/queryLimits/costMax").asDouble()).isEqualTo(5000.5);
        assertThat(shown.body().at("/queryLimits/rowsMax").asDouble()).isEqualTo(1e10);
        JsonNode status = shown.body().path("status");
        assertThat(status.path("progress").asInt()).isZero();
        assertThat(status.path("lastSurvey").isNull()).isTrue();
    }

    @Test
    void textGoesToLocalModelsOnlyUnlessProvidersAreNamed() throws Exception {
        JsonNode standard = house.get(PATH + house.saved("Local", owner, ""), owner).body();
        assertThat(standard.at("/egress/where").asString()).isEqualTo("LOCAL");
        assertThat(standard.at("/egress/what").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("NAMES", "VALUES");
        for (String egress :
                List.of(
                        "{\"where\":\"PROVIDERS\"}",
                        "{\"where\":\"PROVIDERS\",\"providers\":[]}",
                        "{\"where\":\"LOCAL\",\"providers\":[\"anthropic\"]}",
                        "{\"where\":\"NONE\",\"providers\":[\"anthropic\"]}")) {
            Answer refused =
                    house.post(
                            "/api/v1/connections",
                            owner,
                            house.shop("Wrong", "shop_reader", "reads", ", \"egress\": " + egress));
            assertThat(refused.field()).as(egress).isEqualTo("egress.providers");
        }
    }

    @Test
    void moreSessionsThanTheOperatorAllowsAreRefused() throws Exception {
        Answer refused =
                house.post(
                        "/api/v1/connections",
                        owner,
                        house.shop("Greedy", "shop_reader", "reads", ", \"surveySessions\": 51"));
        assertThat(refused.field()).isEqualTo("surveySessions");
    }

    @Test
    void withAnOwnersShareOneMayDoEverything() throws Exception {
        UUID id = house.saved("Co-owned", owner, "");
        String one = PATH + id;
        for (String right : List.of("CHAT", "VIEW")) {
            house.post(one + "/shares", owner, SHARE.formatted(friend.id(), right));
            for (String path : List.of("/shares", "/policies")) {
                assertThat(house.get(one + path, friend).status()).isEqualTo(403);
            }
            assertThat(house.post(one + "/test", friend, "").status()).isEqualTo(403);
            assertThat(
                            house.post(one + "/shares", friend, SHARE.formatted(third.id(), "CHAT"))
                                    .status())
                    .isEqualTo(403);
            assertThat(house.send("DELETE", one, friend, "").status()).isEqualTo(403);
        }
        house.post(one + "/shares", owner, SHARE.formatted(friend.id(), "OWNER"));
        Answer seen = house.get(one, friend);
        assertThat(seen.at("/access")).isEqualTo("OWNER");
        assertThat(seen.at("/username")).isEqualTo("shop_reader");
        assertThat(house.post(one + "/test", friend, "").at("/code")).isEqualTo("ok");
        assertThat(
                        house.post(one + "/shares", friend, SHARE.formatted(third.id(), "VIEW"))
                                .status())
                .isEqualTo(201);
        assertThat(
                        house.send(
                                        "PUT",
                                        one + "/policies",
                                        friend,
                                        "{\"rules\":[{\"hiddenSchemas\":[\"sales\"]}]}")
                                .status())
                .isEqualTo(200);
        assertThat(
                        house.send(
                                        "PUT",
                                        one,
                                        friend,
                                        house.shop("Renamed", "shop_reader", "reads", ""))
                                .at("/name"))
                .isEqualTo("Renamed");
        assertThat(
                        house.post(
                                        one + "/hand-over",
                                        friend,
                                        "{\"userId\":\"%s\"}".formatted(friend.id()))
                                .at("/owner"))
                .isEqualTo("rolf");
        assertThat(house.get(one, owner).status()).isEqualTo(404);
        assertThat(house.get(one, third).at("/access")).isEqualTo("VIEW");
        assertThat(house.send("DELETE", one, friend, "").status()).isEqualTo(204);
        assertThat(house.get(one, third).status()).isEqualTo(404);
    }

    @Test
    void whatWasGivenIsTakenBackOrGivenBack() throws Exception {
        UUID id = house.saved("Lent", owner, "");
        String shares = PATH + id + "/shares";
        house.post(shares, owner, SHARE.formatted(friend.id(), "CHAT"));
        house.post(shares, owner, SHARE.formatted(third.id(), "CHAT"));
        assertThat(house.get(shares, owner).body().path("items")).hasSize(2);
        assertThat(house.send("DELETE", shares + "/" + third.id(), friend, "").status())
                .isEqualTo(403);
        assertThat(house.send("DELETE", shares + "/" + friend.id(), friend, "").status())
                .isEqualTo(204);
        assertThat(house.send("DELETE", shares + "/" + third.id(), owner, "").status())
                .isEqualTo(204);
        assertThat(house.get(PATH + id, friend).status()).isEqualTo(404);
        assertThat(house.send("DELETE", shares + "/" + third.id(), owner, "").at("/code"))
                .isEqualTo("share-unknown");
        assertThat(house.post(shares, owner, SHARE.formatted(owner.id(), "CHAT")).at("/code"))
                .isEqualTo("person-invalid");
    }

    @Test
    void theScriptOfATestMakesARoleThatCanReadAndNothingElse() throws Exception {
        house.execute("postgres", "CREATE DATABASE \"Small \"\"shop\"");
        String database = "Small \"shop";
        house.execute(
                database,
                """
                CREATE SCHEMA "Odd ""name";
                CREATE TABLE "Odd ""name".thing (id int);
                CREATE TABLE public.other (id int);
                INSERT INTO public.other VALUES (42)
                """);
        String fields =
                """
                {"name": "Small shop", "kind": "postgresql", "host": "127.0.0.1", "port": %d,
                 "database": "Small \\"shop", "username": "%s", "password": "%s"}
                """;
        Answer asBoss =
                house.post(
                        PATH + "test",
                        owner,
                        fields.formatted(house.store.port(), "shop_boss", "rules"));
        assertThat(asBoss.at("/code")).isEqualTo("role-too-powerful");
        house.execute(database, asBoss.at("/script"));
        house.execute(database, "ALTER ROLE surveyor_reader PASSWORD 'least'");

        String least = fields.formatted(house.store.port(), "surveyor_reader", "least");
        Answer tried = house.post(PATH + "test", owner, least);
        assertThat(tried.at("/code")).as(tried.text()).isEqualTo("ok");
        assertThat(tried.body().path("warnings")).isEmpty();
        assertThat(tried.body().at("/role/writable")).isEmpty();
        assertThat(tried.body().at("/role/canCreate").asBoolean()).isFalse();

        UUID id = house.create(owner, least);
        house.execute(database, "CREATE TABLE public.newer (id int)");
        assertThat(house.ask(id, "SELECT id::text FROM public.other")).isEqualTo("42");
        assertThat(house.ask(id, "SELECT count(*)::text FROM public.newer")).isEqualTo("0");
        assertThat(house.ask(id, "SELECT count(*)::text FROM \"Odd \"\"name\".thing"))
                .isEqualTo("0");
    }

    @Test
    void rightsToWriteAreWarnedAbout() throws Exception {
        house.execute("postgres", "CREATE ROLE shop_writer LOGIN PASSWORD 'writes'");
        house.execute("shop", "GRANT USAGE ON SCHEMA sales TO shop_writer");
        house.execute("shop", "GRANT SELECT, UPDATE (region) ON sales.orders TO shop_writer");
        String fields = house.shop("t", "shop_writer", "writes", "");
        Answer tried = house.post(PATH + "test", owner, fields);
        assertThat(tried.at("/code")).isEqualTo("ok");
        assertThat(tried.at("/warnings/0")).contains("may write", "sales.orders");

        house.execute("shop", "REVOKE UPDATE (region) ON sales.orders FROM shop_writer");
        house.execute("shop", "GRANT CREATE ON SCHEMA sales TO shop_writer");
        assertThat(house.post(PATH + "test", owner, fields).at("/warnings/0"))
                .contains("may write to the database");
    }

    @Test
    void rolesThatReachTheServerAreRefusedAlsoWhereTheyHaveToSwitchFirst() throws Exception {
        house.execute("postgres", "CREATE ROLE shop_dumper LOGIN PASSWORD 'x' REPLICATION");
        house.execute("postgres", "CREATE ROLE shop_filer LOGIN PASSWORD 'x' NOINHERIT");
        house.execute("postgres", "GRANT pg_read_server_files TO shop_filer");
        house.execute("postgres", "CREATE ROLE shop_deputy LOGIN PASSWORD 'x' NOINHERIT");
        house.execute("postgres", "GRANT shop_boss TO shop_deputy");
        for (String role : List.of("shop_dumper", "shop_filer", "shop_deputy")) {
            Answer tried = house.post(PATH + "test", owner, house.shop("t", role, "x", ""));
            assertThat(tried.at("/code")).as(role).isEqualTo("role-too-powerful");
            assertThat(tried.at("/message")).contains(role);
        }
    }
}
