package dev.surveyor.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Role;
import dev.surveyor.catalog.Mask;
import dev.surveyor.connections.House.Answer;
import dev.surveyor.connections.House.Person;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.Verdict;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies, from the request that saves them to the text that the guard makes of them. */
class PoliciesIT {

    private static final String PATH = "/api/v1/connections/";

    private static House house;
    private static Person owner;
    private static Person asker;
    private static UUID id;

    @BeforeAll
    static void open() throws Exception {
        house = House.shared();
        owner = house.register("paula");
        asker = house.register("artur");
        id = house.saved("Restricted", owner, "");
        house.post(
                PATH + id + "/shares",
                owner,
                "{\"userId\":\"%s\",\"right\":\"CHAT\"}".formatted(asker.id()));
    }

    private static Answer restrict(String policies) throws Exception {
        return house.send("PUT", PATH + id + "/policies", owner, policies);
    }

    private static Answer filtered(String condition) throws Exception {
        return restrict(
                """
                {"rules": [{"rowFilters": [{"schema": "sales", "table": "orders", "condition": "%s"}]}]}
                """
                        .formatted(condition));
    }

    private static Connections.Usable usable(Person person, Role role) {
        Caller caller =
                new Caller(
                        person.id(),
                        person.name(),
                        person.name() + "@example.org",
                        role,
                        role.permissions(),
                        null,
                        null);
        return house.context.getBean(Connections.class).require(id, caller, Right.CHAT);
    }

    /** What the guard would run for this person. */
    private static Verdict verdict(Person person, String sql) {
        Connections.Usable usable = usable(person, Role.USER);
        try (SessionLease lease =
                house.sessions().lease(usable.connection(), AskerClass.QUESTIONS)) {
            StatementRules rules = lease.session().statementRules();
            return rules.judge(lease.session().structure(), usable.policies(), usable.attributes())
                    .verdict(sql);
        }
    }

    private static String run(Person person, String sql) {
        return verdict(person, sql) instanceof Verdict.Accepted accepted
                ? house.ask(id, accepted.sql())
                : String.valueOf(verdict(person, sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"hiddenSchemas\": [\"sale\"] | sale",
                "\"hiddenTables\": [{\"schema\": \"sales\", \"table\": \"order\"}] | sales.order",
                "\"hiddenColumns\": [{\"schema\": \"sales\", \"table\": \"orders\", \"column\": \"amont\"}] | sales.orders.amont",
                "\"masks\": [{\"schema\": \"sales\", \"table\": \"orders\", \"column\": \"x\", \"kind\": \"HIDE\"}] | sales.orders.x",
                "\"rowFilters\": [{\"schema\": \"sales\", \"table\": \"order\", \"condition\": \"true\"}] | sales.order"
            })
    void whatIsMisspeltIsRefusedByName(String rule, String named) throws Exception {
        Answer refused = restrict("{\"rules\": [{%s}]}".formatted(rule));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo("policy-invalid");
        assertThat(refused.field()).startsWith("rules[0].");
        assertThat(refused.at("/detail")).contains("'" + named + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "region",
                "region = 1 +",
                "regoin = 'north'",
                "region = amount",
                "true) OR (true",
                "true; DROP TABLE x",
                "true -- x",
                "region = 'nor\\\\th'",
                "pg_sleep(10) IS NULL",
                "pg_read_file('/etc/passwd') = ''",
                "EXISTS (SELECT FROM pg_catalog.pg_authid)",
                "sales.net(amount, 1) > 0",
                "region = asker.shoe_size",
                "region = current_setting('x')"
            })
    void aConditionThatTheGuardWouldNotLayOverTheTableIsRefused(String condition) throws Exception {
        Answer refused = filtered(condition);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.text()).contains("rowFilters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region = 'north'",
                "region = asker.username",
                "lower(region) LIKE '%o%' AND amount BETWEEN 1 AND 100",
                "asker.role = 'ADMIN' OR region IN ('north', 'south')",
                "ordered >= DATE '2026-01-01'"
            })
    void aConditionThatItUnderstandsIsSaved(String condition) throws Exception {
        Answer saved = filtered(condition);
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(saved.at("/rules/0/rowFilters/0/condition")).isEqualTo(condition);
    }

    @Test
    void aFilterOverAnAttributeShowsEachAskerTheirRowsAndOthersNone() throws Exception {
        String policies =
                """
                {"rules": [{"rowFilters": [{"schema": "sales", "table": "orders", "condition": "region = asker.region"}]}],
                 "attributes": [{"person": "%s", "name": "region", "value": "north"}]}
                """
                        .formatted(asker.id());
        Answer saved = restrict(policies);
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(saved.at("/attributes/0/value")).isEqualTo("north");
        assertThat(usable(asker, Role.USER).attributes())
                .containsAllEntriesOf(
                        Map.of(
                                "region", "north",
                                "username", "artur",
                                "email", "artur@example.org",
                                "role", "USER",
                                "share", "CHAT"));
        assertThat(run(asker, "SELECT string_agg(id::text, ',') FROM sales.orders")).isEqualTo("1");
        assertThat(verdict(owner, "SELECT id FROM sales.orders"))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.refusal().sentence()).contains("region"));
    }

    @Test
    void attributesThatEverybodyHasCannotBeGiven() throws Exception {
        Answer refused =
                restrict(
                        "{\"rules\":[],\"attributes\":[{\"person\":\"%s\",\"name\":\"role\",\"value\":\"ADMIN\"}]}"
                                .formatted(asker.id()));
        assertThat(refused.at("/code")).isEqualTo("policy-invalid");
        Answer twice =
                restrict(
                        "{\"rules\":[],\"attributes\":[{\"person\":\"%1$s\",\"name\":\"a\",\"value\":\"1\"},{\"person\":\"%1$s\",\"name\":\"a\",\"value\":\"2\"}]}"
                                .formatted(asker.id()));
        assertThat(twice.at("/code")).isEqualTo("policy-invalid");
    }

    @Test
    void rulesAreForPeopleWhoAreThere() throws Exception {
        Answer refused =
                restrict(
                        "{\"rules\":[{\"person\":\"%s\",\"hiddenSchemas\":[\"sales\"]}]}"
                                .formatted(UUID.randomUUID()));
        assertThat(refused.at("/code")).isEqualTo("person-invalid");
    }

    @Test
    void rulesBindWhoTheyAreForAndOwnersUnlessTheyLiftThem() throws Exception {
        String rules =
                """
                {"rules": [
                  {"hiddenColumns": [{"schema": "sales", "table": "orders", "column": "amount"}]},
                  {"share": "CHAT", "masks": [{"schema": "sales", "table": "orders", "column": "region", "kind": "PARTIAL"}]},
                  {"role": "POWER", "hiddenSchemas": ["sales"]},
                  {"person": "%s", "hiddenTables": [{"schema": "sales", "table": "regions"}]}],
                 "liftedForOwners": %s}
                """;
        assertThat(restrict(rules.formatted(asker.id(), false)).status()).isEqualTo(200);
        assertThat(usable(asker, Role.USER).policies())
                .satisfies(bound -> {
                    assertThat(bound.hiddenColumns()).hasSize(1);
                    assertThat(bound.masks()).hasSize(1);
                    assertThat(bound.hiddenSchemas()).isEmpty();
                    assertThat(bound.hiddenTables()).hasSize(1);
                });
        assertThat(usable(asker, Role.POWER).policies().hiddenSchemas()).containsExactly("sales");
        assertThat(usable(asker, Role.ADMIN).policies().hiddenColumns()).hasSize(1);
        assertThat(usable(owner, Role.ADMIN).policies().hiddenColumns()).hasSize(1);
        assertThat(run(asker, "SELECT region FROM sales.orders WHERE id = 1")).isEqualTo("n***");
        assertThat(verdict(owner, "SELECT amount FROM sales.orders"))
                .isInstanceOf(Verdict.Refused.class);

        assertThat(restrict(rules.formatted(asker.id(), true)).status()).isEqualTo(200);
        assertThat(usable(owner, Role.USER).policies().hiddenColumns()).isEmpty();
        assertThat(usable(asker, Role.USER).policies().hiddenColumns()).hasSize(1);
    }

    @Test
    void ofTwoMasksOnOneColumnNothingIsLeft() throws Exception {
        String mask =
                "{%s\"masks\":[{\"schema\":\"sales\",\"table\":\"orders\",\"column\":\"region\",\"kind\":\"%s\"}]}";
        assertThat(
                        restrict(
                                        "{\"rules\":[%s,%s]}"
                                                .formatted(
                                                        mask.formatted("", "HASH"),
                                                        mask.formatted(
                                                                "\"share\":\"CHAT\",", "PARTIAL")))
                                .status())
                .isEqualTo(200);
        assertThat(usable(asker, Role.USER).policies().masks())
                .extracting(Mask::kind)
                .containsExactly(Mask.Kind.HIDE);
        assertThat(usable(owner, Role.USER).policies().masks())
                .extracting(Mask::kind)
                .containsExactly(Mask.Kind.HASH);
    }

    @Test
    void functionsAndViewsAreTrustedByTheirFullNamesOnly() throws Exception {
        String policies =
                "{\"rules\":[],\"trustedFunctions\":[\"%s\"],\"trustedViews\":[{\"schema\":\"sales\",\"table\":\"%s\"}]}";
        String net = "sales.net(numeric, double precision)";
        assertThat(restrict(policies.formatted(net, "regions")).status()).isEqualTo(200);
        assertThat(run(asker, "SELECT sales.net(amount, 1)::text FROM sales.orders WHERE id = 1"))
                .isEqualTo("10");
        for (String wrong :
                new String[] {
                    "net(numeric, double precision)",
                    "sales.net",
                    "sales.net()",
                    "sales.net(numeric)",
                    "sales.net(numeric, text)",
                    "sales.nett(numeric, double precision)",
                    "pg_catalog.pg_read_file(text)"
                }) {
            Answer refused = restrict(policies.formatted(wrong, "regions"));
            assertThat(refused.field()).as(wrong).isEqualTo("trustedFunctions");
        }
        assertThat(restrict(policies.formatted(net, "orders")).field()).isEqualTo("trustedViews");
    }

    @Test
    void policiesAreLiftedAlsoWhileNobodyAnswers() throws Exception {
        UUID gone =
                house.create(
                        owner,
                        house.shop("Gone", "shop_reader", "reads", "")
                                .replace("\"port\": " + house.store.port(), "\"port\": 1"));
        String policies = PATH + gone + "/policies";
        assertThat(house.send("PUT", policies, owner, "{\"rules\":[]}").status()).isEqualTo(200);
        assertThat(
                        house.send(
                                        "PUT",
                                        policies,
                                        owner,
                                        "{\"rules\":[{\"hiddenSchemas\":[\"x\"]}]}")
                                .at("/code"))
                .isEqualTo("source-unavailable");
    }

    @Test
    void whatIsExcludedAsAWholeIsHiddenFromEverybody() throws Exception {
        UUID other = house.saved("Excluding", owner, ", \"excludedSchemas\": [\"sales\"]");
        Caller caller =
                new Caller(owner.id(), "", "", Role.USER, Role.USER.permissions(), null, null);
        assertThat(
                        house.context
                                .getBean(Connections.class)
                                .require(other, caller, Right.OWNER)
                                .policies()
                                .hiddenSchemas())
                .containsExactly("sales");
    }
}
