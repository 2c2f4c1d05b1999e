package dev.surveyor.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.catalog.CatalogSettings;
import dev.surveyor.catalog.KeyRotation;
import dev.surveyor.connections.House.Answer;
import dev.surveyor.connections.House.Person;
import dev.surveyor.connections.saved.Removals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ConnectionsIT {

    private static final String PATH = "/api/v1/connections";

    private static House house;
    private static Person admin;
    private static Person anna;
    private static Person ben;
    private static Person operator;

    @BeforeAll
    static void open() throws Exception {
        house = House.shared();
        admin = house.logIn("admin");
        anna = house.register("anna");
        ben = house.register("ben");
        operator = house.withRole("otto", "OPERATOR", admin);
    }

    private static JdbcClient catalog() {
        return house.administrator("surveyor");
    }

    @Test
    void anOwnerSavesReadsChangesAndDeletes() throws Exception {
        Answer made = house.post(PATH, anna, house.shop("Shop 1", "shop_reader", "reads", ""));
        assertThat(made.status()).isEqualTo(201);
        String one = PATH + "/" + made.body().path("id").asString();
        assertThat(made.body().path("status").path("state").asString()).isEqualTo("PENDING");
        assertThat(made.body().path("questionSessions").asInt()).isEqualTo(5);
        assertThat(made.body().path("surveySessions").asInt()).isEqualTo(2);
        assertThat(made.body().path("ssl").asString()).isEqualTo("PREFER");
        assertThat(made.body().path("egress").path("where").asString()).isEqualTo("LOCAL");

        Answer read = house.get(one, anna);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().path("hasPassword").asBoolean()).isTrue();
        assertThat(read.text()).doesNotContain("reads");

        Answer changed =
                house.send(
                        "PUT",
                        one,
                        anna,
                        house.shop(
                                "Shop one",
                                "shop_reader",
                                "reads",
                                ", \"referenceDate\": \"2026-06-30\", \"version\": 1"));
        assertThat(changed.body().path("referenceDate").asString()).isEqualTo("2026-06-30");
        assertThat(changed.body().path("version").asInt()).isEqualTo(2);
        assertThat(
                        house.send(
                                        "PUT",
                                        one,
                                        anna,
                                        house.shop(
                                                "Shop x",
                                                "shop_reader",
                                                "reads",
                                                ", \"version\": 1"))
                                .body()
                                .path("code")
                                .asString())
                .isEqualTo("changed-meanwhile");

        assertThat(house.send("DELETE", one, anna, "").status()).isEqualTo(204);
        assertThat(house.get(one, anna).status()).isEqualTo(404);
        assertThat(house.send("DELETE", one, anna, "").status()).isEqualTo(404);
    }

    @Test
    void aStrangerNeverLearnsThatItExists() throws Exception {
        UUID id = house.saved("Hidden", anna, "");
        for (String path : List.of("", "/status", "/shares", "/policies")) {
            Answer answer = house.get(PATH + "/" + id + path, ben);
            Answer nothing = house.get(PATH + "/" + UUID.randomUUID() + path, ben);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().path("detail")).isEqualTo(nothing.body().path("detail"));
        }
        assertThat(house.post(PATH + "/" + id + "/test", ben, "").status()).isEqualTo(404);
        assertThat(house.send("DELETE", PATH + "/" + id, ben, "").status()).isEqualTo(404);
        assertThat(house.get(PATH + "?q=Hidden", ben).body().path("items")).isEmpty();
        assertThat(house.get(PATH + "?q=Hidden", anna).body().path("items")).hasSize(1);
    }

    @Test
    void operatorsSeeTheStatusOfAllAndNothingElse() throws Exception {
        UUID id = house.saved("Watched", anna, "");
        JsonNode listed = house.get(PATH + "?q=Watched", operator).body().path("items").path(0);
        assertThat(listed.path("access").asString()).isEqualTo("WATCHES");
        assertThat(house.get(PATH + "/" + id + "/status", operator).status()).isEqualTo(200);
        assertThat(house.get(PATH + "/" + id, operator).status()).isEqualTo(403);
        assertThat(house.send("DELETE", PATH + "/" + id, operator, "").status()).isEqualTo(403);
    }

    @Test
    void sharesLetOthersInAsFarAsTheySay() throws Exception {
        UUID id = house.saved("Shared", anna, "");
        String one = PATH + "/" + id;
        String toBen = "{\"userId\":\"%s\",\"right\":\"%s\"}";
        assertThat(house.post(one + "/shares", anna, toBen.formatted(ben.id(), "CHAT")).status())
                .isEqualTo(201);
        Answer seen = house.get(one, ben);
        assertThat(seen.body().path("access").asString()).isEqualTo("CHAT");
        assertThat(seen.text()).doesNotContain("127.0.0.1", "shop_reader");
        assertThat(house.send("DELETE", one, ben, "").status()).isEqualTo(403);

        house.post(one + "/shares", anna, toBen.formatted(ben.id(), "OWNER"));
        assertThat(house.get(one, ben).body().path("host").asString()).isEqualTo("127.0.0.1");
        assertThat(house.get(one + "/shares", ben).body().path("items")).hasSize(1);
        assertThat(house.get(PATH + "?q=Shared", ben).body().path("items")).hasSize(1);

        assertThat(house.send("DELETE", one + "/shares/" + ben.id(), ben, "").status())
                .isEqualTo(204);
        assertThat(house.get(one, ben).status()).isEqualTo(404);
        assertThat(house.post(one + "/shares", anna, toBen.formatted(anna.id(), "CHAT")).status())
                .isEqualTo(400);
    }

    @Test
    void administratorsAdministerAndSeeNoData() throws Exception {
        UUID id = house.saved("Administered", anna, "");
        assertThat(house.get(PATH + "/" + id, admin).body().path("access").asString())
                .isEqualTo("ADMINISTERS");
        Connections connections = house.context.getBean(Connections.class);
        assertThatThrownBy(() -> connections.require(id, caller(admin, "ADMIN"), Right.CHAT))
                .isInstanceOf(ConnectionsException.class)
                .hasMessageContaining("shared with you");
        assertThat(connections.require(id, caller(anna, "USER"), Right.OWNER).right())
                .isEqualTo(Right.OWNER);
    }

    private static dev.surveyor.access.Caller caller(Person person, String role) {
        dev.surveyor.access.Role known = dev.surveyor.access.Role.valueOf(role);
        return new dev.surveyor.access.Caller(
                person.id(), person.name(), "", known, known.permissions(), null, null);
    }

    @Test
    void whoeverLetsItLeadElsewhereMustKnowThePassword() throws Exception {
        String one = PATH + "/" + house.saved("Moved", anna, "");
        String elsewhere =
                "{\"name\":\"Moved\",\"kind\":\"postgresql\",\"host\":\"127.0.0.1\",\"port\":1,\"database\":\"shop\",\"username\":\"shop_reader\"}";
        Answer refused = house.send("PUT", one, anna, elsewhere);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("password");
        String renamed = elsewhere.replace("\"port\":1", "\"port\":" + house.store.port());
        assertThat(house.send("PUT", one, anna, renamed).body().path("hasPassword").asBoolean())
                .isTrue();
    }

    @Test
    void aUrlIsSavedAsFields() throws Exception {
        Answer made =
                house.post(
                        PATH + "/from-url",
                        anna,
                        "{\"name\":\"By URL\",\"url\":\"postgresql://shop_reader:reads@127.0.0.1:%d/shop?sslmode=disable\"}"
                                .formatted(house.store.port()));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("database").asString()).isEqualTo("shop");
        assertThat(made.body().path("ssl").asString()).isEqualTo("DISABLE");
        assertThat(made.text()).doesNotContain("reads");
        Answer refused =
                house.post(
                        PATH + "/from-url",
                        anna,
                        "{\"name\":\"Bad\",\"url\":\"postgresql://r:hidden@127.0.0.1/shop?loggerFile=x\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("sslmode").doesNotContain("hidden");
    }

    @Test
    void aTestTellsServerLatencyAndWhatTheRoleCanDo() throws Exception {
        Answer good = house.post(PATH + "/test", anna, house.shop("t", "shop_reader", "reads", ""));
        assertThat(good.body().path("success").asBoolean()).as(good.text()).isTrue();
        assertThat(good.body().path("server").asString()).startsWith("PostgreSQL 18");
        assertThat(good.body().path("latencyMillis").asDouble()).isBetween(0.0, 5000.0);
        assertThat(good.body().path("script").asString())
                .contains("CREATE ROLE", "GRANT SELECT", "\"sales\"");

        Answer wrong =
                house.post(PATH + "/test", anna, house.shop("t", "shop_reader", "wrong", ""));
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.body().path("success").asBoolean()).isFalse();
        assertThat(wrong.body().path("code").asString()).isEqualTo("refused");
    }

    @Test
    void aSuperuserIsRefusedUnlessAnAdministratorAllowsIt() throws Exception {
        String boss = house.shop("Boss", "shop_boss", "rules", "");
        Answer refused = house.post(PATH + "/test", anna, boss);
        assertThat(refused.body().path("success").asBoolean()).isFalse();
        assertThat(refused.body().path("code").asString()).isEqualTo("role-too-powerful");

        UUID id = UUID.fromString(house.post(PATH, anna, boss).body().path("id").asString());
        assertThatThrownBy(() -> house.sessions().lease(house.connection(id), AskerClass.QUESTIONS))
                .isInstanceOf(ConnectionsException.class)
                .hasMessageContaining("shop_boss");
        String allowing =
                house.shop("Boss", "shop_boss", "rules", ", \"powerfulRoleAllowed\": true");
        assertThat(house.send("PUT", PATH + "/" + id, anna, allowing).status()).isEqualTo(403);
        assertThat(house.send("PUT", PATH + "/" + id, admin, allowing).status()).isEqualTo(200);
        try (SessionLease lease =
                house.sessions().lease(house.connection(id), AskerClass.QUESTIONS)) {
            assertThat(lease.session().rolePowers().administrator()).isTrue();
        }
        assertThat(
                        house.post(PATH + "/" + id + "/test", anna, "")
                                .body()
                                .path("success")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void aRemovalThatWasBrokenOffIsFinishedLater() throws Exception {
        UUID id = house.saved("Removed", anna, "");
        House.Keeper keeper = house.context.getBean(House.Keeper.class);
        keeper.fails.set(true);
        house.send("DELETE", PATH + "/" + id, anna, "");
        house.context.getBean(Removals.class).sweep();
        assertThat(rowsOf(id)).isEqualTo(1);
        assertThat(
                        catalog()
                                .sql(
                                        "SELECT sealed_password IS NULL FROM surveyor.connection"
                                                + " WHERE id = :id")
                                .param("id", id)
                                .query(Boolean.class)
                                .single())
                .isTrue();
        house.saved("Removed", anna, "");

        keeper.fails.set(false);
        house.context.getBean(Removals.class).sweep();
        assertThat(rowsOf(id)).isZero();
        assertThat(keeper.removed).contains(id);
        assertThat(
                        catalog()
                                .sql(
                                        "SELECT count(*) FROM surveyor.audit_event WHERE subject_id"
                                                + " = :id AND action LIKE 'connection.%'")
                                .param("id", id.toString())
                                .query(Long.class)
                                .single())
                .isEqualTo(3);
    }

    private static long rowsOf(UUID id) {
        return catalog()
                .sql("SELECT count(*) FROM surveyor.connection WHERE id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    @Test
    void whatSomebodyOwnsIsHandedOverWhenTheyLeave() throws Exception {
        Person leaver = house.register("lea");
        UUID id = house.saved("Inherited", leaver, "");
        house.saved("Inherited", ben, "");
        Answer left =
                house.send(
                        "PUT",
                        "/api/v1/users/" + leaver.id(),
                        admin,
                        "{\"active\":false,\"handOverTo\":\"%s\"}".formatted(ben.id()));
        assertThat(left.body().path("belongings")).as(left.text()).isEmpty();
        Answer inherited = house.get(PATH + "/" + id, ben);
        assertThat(inherited.body().path("access").asString()).isEqualTo("OWNER");
        assertThat(inherited.body().path("name").asString()).isEqualTo("Inherited (2)");

        Answer back =
                house.post(
                        PATH + "/" + id + "/hand-over",
                        ben,
                        "{\"userId\":\"%s\"}".formatted(anna.id()));
        assertThat(back.status()).isEqualTo(200);
        assertThat(house.get(PATH + "/" + id, ben).status()).isEqualTo(404);
    }

    @Test
    void connectionsTravelWithoutTheirSecrets() throws Exception {
        Person traveller = house.register("tessa");
        house.saved("Travels", traveller, ", \"includedSchemas\": [\"sales\"]");
        Answer bundle = house.get(PATH + "/export", traveller);
        assertThat(bundle.text()).contains("Travels").doesNotContain("reads");
        Answer read = house.post(PATH + "/import", traveller, bundle.text());
        assertThat(read.status()).as(read.text()).isEqualTo(201);
        JsonNode imported = read.body().path("items").path(0);
        assertThat(imported.path("name").asString()).isEqualTo("Travels (2)");
        Answer one = house.get(PATH + "/" + imported.path("id").asString(), traveller);
        assertThat(one.body().path("hasPassword").asBoolean()).isFalse();
        assertThat(one.body().path("includedSchemas").path(0).asString()).isEqualTo("sales");
        assertThat(one.at("/status/message"))
                .isEqualTo("Imported without secrets: give its password.");
    }

    @Test
    void anImportIsHeldToTheSameRules() throws Exception {
        String bundle = "{\"format\":1,\"connections\":[{\"connection\":%s%s}]}";
        String server =
                "{\"name\":\"I\",\"kind\":\"postgresql\",\"host\":\"%s\",\"database\":\"d\",\"username\":\"u\"}";
        for (String host :
                List.of("169.254.169.254", "8.8.8.8", "2130706433", "::ffff:a9fe:a9fe")) {
            Answer refused =
                    house.post(
                            PATH + "/import", anna, bundle.formatted(server.formatted(host), ""));
            assertThat(refused.status()).as(host).isEqualTo(400);
            assertThat(refused.field()).isEqualTo("host");
        }
        String file = "{\"name\":\"I\",\"kind\":\"sqlite\",\"file\":\"../x.db\"}";
        assertThat(house.post(PATH + "/import", anna, bundle.formatted(file, "")).field())
                .isEqualTo("file");
        Answer restricted =
                house.post(
                        PATH + "/import",
                        anna,
                        bundle.formatted(
                                server.formatted("10.1.2.3"),
                                ",\"policies\":{\"rules\":[{\"hiddenSchemas\":[\"x\"]}]}"));
        assertThat(
                        house.get(PATH + "/" + restricted.at("/items/0/id") + "/status", anna)
                                .at("/message"))
                .contains("give its password", "save them again");
    }

    @Test
    void aFieldThatBreaksARuleIsNamedInTheSentenceToo() throws Exception {
        Answer refused = house.post(PATH, anna, "{\"name\":\"x\",\"kind\":\"postgresql\"}");
        assertThat(refused.at("/detail")).isEqualTo("database must be given");
        assertThat(refused.field()).isEqualTo("database");
        assertThat(refused.at("/errors/0/message")).isEqualTo("must be given");
    }

    @Test
    void pagesFollowEachOtherInTheOrderOfNames() throws Exception {
        Person lister = house.register("lisa");
        for (String name : List.of("b", "Ä", "a", "C", "日本")) {
            house.saved(name, lister, "");
        }
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = house.get(PATH + "?limit=2" + after, lister).body();
            page.path("items").forEach(item -> names.add(item.path("name").asString()));
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(names).containsExactly("a", "b", "C", "Ä", "日本");
        assertThat(house.get(PATH + "?after=nonsense", lister).status()).isEqualTo(400);
    }

    @Test
    void keysAreRotatedWhileSessionsAreOpened() throws Exception {
        UUID id = house.saved("Sealed", anna, "");
        Path keys = house.folder.resolve("sealing.keys");
        String before = Files.readString(keys);
        KeyRotation.Outcome outcome =
                KeyRotation.run(house.context.getBean(CatalogSettings.class), text -> {});
        assertThat(outcome.resealed()).isPositive();
        assertThat(Files.readString(keys))
                .startsWith(outcome.keyId())
                .doesNotContain(before.strip());
        try (SessionLease lease =
                house.sessions().lease(house.connection(id), AskerClass.QUESTIONS)) {
            assertThat(lease.session().server()).startsWith("PostgreSQL");
        }
        house.saved("Sealed after", anna, "");
        assertThat(
                        catalog()
                                .sql(
                                        "SELECT count(*) FROM surveyor.connection WHERE"
                                                + " sealed_password NOT LIKE :current")
                                .param("current", outcome.keyId() + ".%")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(house.get("/api/v1/auth/me", anna).status()).isEqualTo(200);
        String old = outcome.dropped().getFirst();
        assertThatThrownBy(() ->
                        catalog()
                                .sql(
                                        "UPDATE surveyor.connection SET sealed_password = :old"
                                                + " WHERE id = :id")
                                .param("old", old + ".AAAA")
                                .param("id", id)
                                .update())
                .hasMessageContaining("retired key");
    }
}
