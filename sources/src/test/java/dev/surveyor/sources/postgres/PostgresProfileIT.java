package dev.surveyor.sources.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tables that cannot be measured as one would like: each says so, and the others are measured. */
class PostgresProfileIT {

    private static final String HEALTHY =
            """
            CREATE TABLE healthy (id int PRIMARY KEY, mail text);
            INSERT INTO healthy SELECT n, 'p' || n || '@example.com' FROM generate_series(1, 300) n;
            """;

    private final TestServer server = TestServer.of(18);

    private static Profiles profiles(SourceSession session, ProfileRequest request) {
        Map<String, TableProfile> profiles = new LinkedHashMap<>();
        session.profile(
                session.structure().tables(),
                request,
                profile -> profiles.put(profile.table().name(), profile));
        TableProfile healthy = Objects.requireNonNull(profiles.get("healthy"));
        assertThat(healthy.problem()).isNull();
        assertThat(healthy.rows()).isEqualTo(Count.exactly(300));
        return new Profiles(profiles);
    }

    private static Profiles profiles(SourceAddress address) {
        return profiles(address, ProfileRequest.standard(Depth.FULL));
    }

    private static Profiles profiles(SourceAddress address, ProfileRequest request) {
        try (SourceSession session = Sources.open(address, SessionLimits.standard())) {
            return profiles(session, request);
        }
    }

    /** What was handed over, by the names of the tables. */
    private record Profiles(Map<String, TableProfile> byName) {

        TableProfile of(String table) {
            return Objects.requireNonNull(byName.get(table));
        }
    }

    private static Problem.Code problem(TableProfile profile) {
        return Objects.requireNonNull(profile.problem()).code();
    }

    private static ColumnProfile column(TableProfile profile, String name) {
        return profile.columns().stream()
                .filter(column -> column.column().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ProfileRequest within(Duration timeMax, long bytesMax) {
        ProfileRequest standard = ProfileRequest.standard(Depth.FULL);
        return new ProfileRequest(
                Depth.FULL,
                standard.categoriesMax(),
                standard.samplesMax(),
                standard.valueCharsMax(),
                timeMax,
                bytesMax);
    }

    @Test
    void whatIsLockedIsToldByItsStatisticsAndHoldsNobodyUp() throws SQLException {
        SourceAddress address =
                server.database(
                        HEALTHY
                                + """
                                CREATE TABLE busy (id int, state text);
                                INSERT INTO busy SELECT n, 'open' FROM generate_series(1, 5000) n;
                                ANALYZE busy;
                                """);
        try (Connection other = server.administrator(address.database());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE busy IN ACCESS EXCLUSIVE MODE");
            TableProfile busy = profiles(address).of("busy");
            assertThat(problem(busy)).isEqualTo(Problem.Code.LOCKED);
            assertThat(busy.method()).isEqualTo(Method.STATISTICS);
            assertThat(busy.rows())
                    .isNotNull()
                    .satisfies(rows -> {
                        assertThat(rows.exact()).isFalse();
                        assertThat(rows.value()).isEqualTo(5000);
                    });
            assertThat(column(busy, "state").values().getFirst().text()).isEqualTo("open");
            other.rollback();
        }
    }

    @Test
    void whatOurRoleMayNotSelectIsToldAndTheRestIsMeasured() throws SQLException {
        SourceAddress address =
                server.database(
                        HEALTHY
                                + """
                                CREATE TABLE secret (a int);
                                CREATE TABLE half (open int, closed int);
                                INSERT INTO half VALUES (1, 2);
                                DROP ROLE IF EXISTS profiled;
                                CREATE ROLE profiled LOGIN;
                                GRANT SELECT ON healthy TO profiled;
                                GRANT SELECT (open) ON half TO profiled;
                                """);
        Profiles profiles = profiles(server.address(address.database(), "profiled"));
        assertThat(problem(profiles.of("secret"))).isEqualTo(Problem.Code.DENIED);
        assertThat(profiles.of("half").problem()).isNull();
        assertThat(column(profiles.of("half"), "open").values()).hasSize(1);
        assertThat(column(profiles.of("half"), "closed").problem()).isNotNull();
        server.execute(address.database(), "DROP OWNED BY profiled; DROP ROLE profiled");
    }

    @Test
    void anErrorInOneColumnLeavesTheOthers() throws SQLException {
        SourceAddress address =
                server.database(
                        HEALTHY
                                + """
                                CREATE VIEW broken AS
                                SELECT n AS fine, 1 / (n - 7) AS divided, 'x' || n AS text FROM generate_series(1, 20) n;
                                """);
        TableProfile broken = profiles(address).of("broken");
        assertThat(problem(broken)).isEqualTo(Problem.Code.FAILED);
        assertThat(column(broken, "fine").values()).hasSize(20);
        assertThat(column(broken, "text").problem()).isNull();
        assertThat(column(broken, "divided").problem()).isNotNull();
    }

    @Test
    void whatTakesTooLongIsToldByItsFirstRows() throws SQLException {
        SourceAddress address =
                server.database(
                        HEALTHY
                                + """
                                CREATE VIEW slow AS
                                SELECT n, CASE WHEN n > 3000 THEN pg_sleep(60) IS NULL END AS late FROM generate_series(1, 4000) n;
                                """);
        TableProfile slow = profiles(address, within(Duration.ofSeconds(1), 1L << 30)).of("slow");
        assertThat(problem(slow)).isEqualTo(Problem.Code.TIMED_OUT);
        assertThat(column(slow, "n").samples()).isNotEmpty();
        assertThat(column(slow, "n").completeness()).isNotEqualTo(Completeness.ALL_VALUES);
    }

    @Test
    void whatIsTooLargeForItsBudgetIsSampled() throws SQLException {
        SourceAddress address =
                server.database(
                        HEALTHY
                                + """
                                CREATE TABLE large AS
                                SELECT n AS id, repeat(md5(n::text), 10) AS filler FROM generate_series(1, 60000) n;
                                ANALYZE large;
                                """);
        TableProfile large = profiles(address, within(Duration.ofMinutes(1), 4L << 20)).of("large");
        assertThat(problem(large)).isEqualTo(Problem.Code.BUDGET_SPENT);
        assertThat(large.method()).isEqualTo(Method.SAMPLE);
        assertThat(large.rows())
                .isNotNull()
                .satisfies(rows -> {
                    assertThat(rows.exact()).isFalse();
                    assertThat((double) rows.value())
                            .isBetween(60000 * (1 - rows.error()), 60000 * (1 + rows.error()));
                });
    }

    @Test
    void longCellsAreCutByTheServer() throws SQLException {
        SourceAddress address =
                server.database(
                        HEALTHY
                                + """
                                CREATE TABLE cells (id int, text text, bytes bytea);
                                INSERT INTO cells SELECT 1, repeat('x', 50000000), convert_to(repeat('y', 50000000), 'UTF8');
                                """);
        TableProfile cells = profiles(address, within(Duration.ofMinutes(1), 1 << 20)).of("cells");
        assertThat(cells.problem()).isNull();
        assertThat(column(cells, "text").averageLength()).isEqualTo(50_000_000);
        assertThat(column(cells, "text").values().getFirst().cut()).isTrue();
    }

    @Test
    void bytesThatAreNoTextAreShownByAMark() throws SQLException {
        server.execute(
                "postgres",
                "CREATE DATABASE any_bytes ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        server.execute(
                "any_bytes",
                HEALTHY
                        + """
                        CREATE TABLE bytes (id int, text text);
                        INSERT INTO bytes VALUES (1, E'caf\\xe9'), (2, 'plain'), (3, E'\\xff\\xfe');
                        """);
        TableProfile bytes =
                profiles(server.address("any_bytes", TestServer.SUPERUSER)).of("bytes");
        assertThat(bytes.problem()).isNull();
        assertThat(column(bytes, "text").values())
                .extracting(value -> value.text())
                .containsExactlyInAnyOrder("caf\uFFFD", "plain", "\uFFFD\uFFFD");
    }

    @Test
    void quickProfilesStateTheirErrors() throws SQLException {
        SourceAddress address =
                server.database(
                        HEALTHY
                                + """
                                CREATE TABLE wide AS
                                SELECT n AS id, n % 4 AS kind, 'mail' || n || '@example.com' AS mail,
                                       CASE WHEN n % 10 > 0 THEN n END AS gap
                                  FROM generate_series(1, 100000) n;
                                ANALYZE wide;
                                """);
        TableProfile wide = profiles(address, ProfileRequest.standard(Depth.QUICK)).of("wide");
        assertThat(wide.problem()).isNull();
        assertThat(wide.columns())
                .allSatisfy(column -> {
                    assertThat(Objects.requireNonNull(column.distinct()).error()).isPositive();
                });
        assertThat(column(wide, "kind").values()).hasSize(4);
        assertThat(column(wide, "mail").semanticType()).isEqualTo(SemanticType.EMAIL);
        Count gaps = Objects.requireNonNull(column(wide, "gap").nulls());
        assertThat((double) gaps.value())
                .isBetween(10_000 * (1 - 3 * gaps.error()), 10_000 * (1 + 3 * gaps.error()));
    }

    @Test
    void aCancelEndsAProfileBetweenTables() throws SQLException {
        SourceAddress address =
                server.database(
                        "CREATE VIEW one AS SELECT 1 AS a; CREATE VIEW two AS SELECT 2 AS a");
        List<TableProfile> handedOver = new ArrayList<>();
        try (SourceSession session = Sources.open(address, SessionLimits.standard())) {
            assertThatThrownBy(() ->
                            session.profile(
                                    session.structure().tables(),
                                    ProfileRequest.standard(Depth.FULL),
                                    profile -> {
                                        handedOver.add(profile);
                                        session.cancel();
                                    }))
                    .isInstanceOfSatisfying(
                            SourceException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.CANCELLED));
        }
        assertThat(handedOver).hasSize(1);
    }
}
