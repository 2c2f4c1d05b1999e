package dev.surveyor.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.connections.House.Answer;
import dev.surveyor.connections.House.Person;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the guard says to each asker, without anything being run. */
class VerdictsIT {

    private static final String PATH = "/api/v1/connections/";

    private static House house;
    private static Person owner;
    private static Person asker;
    private static Person stranger;
    private static UUID id;

    @BeforeAll
    static void open() throws Exception {
        house = House.shared();
        owner = house.register("vera");
        asker = house.register("vito");
        stranger = house.register("viola");
        id = house.saved("Judged", owner, "");
        house.post(
                PATH + id + "/shares",
                owner,
                "{\"userId\":\"%s\",\"right\":\"CHAT\"}".formatted(asker.id()));
        restrict(
                id,
                """
                {"rules": [{"share": "CHAT",
                            "rowFilters": [{"schema": "sales", "table": "orders", "condition": "region = asker.region"}],
                            "hiddenTables": [{"schema": "sales", "table": "regions"}]}],
                 "attributes": [{"person": "%s", "name": "region", "value": "north"}]}
                """
                        .formatted(asker.id()));
    }

    private static void restrict(UUID connection, String policies) throws Exception {
        Answer saved = house.send("PUT", PATH + connection + "/policies", owner, policies);
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    private static Answer verdict(Person person, String sql) throws Exception {
        return verdict(id, person, sql);
    }

    private static Answer verdict(UUID connection, Person person, String sql) throws Exception {
        return house.post(
                PATH + connection + "/sql/check",
                person,
                JsonMapper.shared().createObjectNode().put("sql", sql).toString());
    }

    @Test
    void theOwnerIsToldWhatWouldRunAndWhatItReads() throws Exception {
        Answer answer = verdict(owner, "select region from sales.regions");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("accepted").asBoolean()).isTrue();
        assertThat(house.ask(id, answer.at("/sql"))).contains("north", "south");
        assertThat(answer.at("/reads/0")).isEqualTo("sales.orders");
        assertThat(answer.at("/reads/1")).isEqualTo("sales.regions");
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder("accepted", "sql", "reads");
    }

    @Test
    void whoeverMayAskIsToldWhatIsLeftForThem() throws Exception {
        Answer answer = verdict(asker, "SELECT id FROM sales.orders");
        assertThat(house.ask(id, answer.at("/sql"))).isEqualTo("1");
        assertThat(house.ask(id, verdict(owner, "SELECT id FROM sales.orders").at("/sql")))
                .isEqualTo("1, 2");

        Answer hidden = verdict(asker, "SELECT region FROM sales.regions");
        assertThat(hidden.status()).isEqualTo(200);
        assertThat(hidden.at("/rule")).isEqualTo("unknown-table");
    }

    @Test
    void whatATrustedViewReadsIsNamedOnlyWhereItMayBeSeen() throws Exception {
        UUID trusting = house.saved("Trusting", owner, "");
        restrict(
                trusting,
                """
                {"rules": [{"hiddenTables": [{"schema": "sales", "table": "orders"}]}],
                 "trustedViews": [{"schema": "sales", "table": "regions"}]}
                """);
        Answer answer = verdict(trusting, owner, "SELECT region FROM sales.regions");
        assertThat(answer.body().path("reads").toString()).isEqualTo("[\"sales.regions\"]");
    }

    @Test
    void aRefusalIsAnAnswerThatNamesRulePlaceAndWayOut() throws Exception {
        Answer answer = verdict(owner, "SELECT pg_sleep(9)");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("accepted").asBoolean(true)).isFalse();
        assertThat(answer.at("/rule")).isEqualTo("function");
        assertThat(answer.at("/sentence")).contains("pg_sleep");
        assertThat(answer.body().path("position").asInt()).isEqualTo(7);
        assertThat(answer.at("/allowed")).contains("that only compute");
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder("accepted", "rule", "sentence", "position", "allowed");
    }

    @Test
    void theDatabaseItselfIsAskedForThePlan() throws Exception {
        Answer answer = verdict(owner, "SELECT CAST('many' AS int)");
        assertThat(answer.at("/rule")).as(answer.text()).isEqualTo("server");
        assertThat(answer.body().has("position")).isFalse();
    }

    @Test
    void aConnectionSaysWhatAQuestionMayCost() throws Exception {
        UUID frugal = house.saved("Frugal", owner, ", \"queryLimits\": {\"costMax\": 0.5}");
        Answer answer = verdict(frugal, owner, "SELECT id FROM sales.orders");
        assertThat(answer.at("/rule")).as(answer.text()).isEqualTo("cost");
        assertThat(answer.at("/sentence")).contains("cost of", "the most is");

        UUID few = house.saved("Few", owner, ", \"queryLimits\": {\"rowsMax\": 0.5}");
        assertThat(verdict(few, owner, "SELECT id FROM sales.orders").at("/sentence"))
                .contains("rows");
    }

    @Test
    void nothingIsRun() throws Exception {
        assertThat(verdict(owner, "SELECT 1 / (id - 1) FROM sales.orders").at("/accepted"))
                .isEqualTo("true");
    }

    @Test
    void strangersAreToldThatThereIsNoSuchConnection() throws Exception {
        Answer answer = verdict(stranger, "SELECT 1");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/code")).isEqualTo("connection-unknown");
    }

    @Test
    void whoMayOnlyAdministerSeesNoDataThisWayEither() throws Exception {
        Answer answer = verdict(house.logIn("admin"), "SELECT 1");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("not-allowed");
    }

    @Test
    void aTextLongerThanTheGuardReadsIsRefused() throws Exception {
        Answer answer = verdict(owner, " ".repeat(65_537));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo("sql");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNoVerdict() throws Exception {
        UUID gone =
                house.create(
                        owner,
                        house.shop("Unjudged", "shop_reader", "reads", "")
                                .replace("\"port\": " + house.store.port(), "\"port\": 1"));
        assertThat(verdict(gone, owner, "SELECT 1").at("/code")).isEqualTo("source-unavailable");
    }
}
