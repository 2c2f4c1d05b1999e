package dev.surveyor.bench.sources;

import dev.surveyor.bench.Samples;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.SourceSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The profile of one large table, full and quick, beside four queries per column. */
final class ProfilePart implements SourcesBenchmark.Part {

    private static final WideTable WIDE = new WideTable("wide_1000000", 1_000_000);
    private static final int WARM_UPS = 4;
    private static final double PERCENT = 100;

    @Override
    public void measure(Ground ground, Findings findings) throws SQLException, IOException {
        ground.database(WIDE.database(), WIDE.statements());
        List<Double> full = new ArrayList<>();
        List<Double> quick = new ArrayList<>();
        List<Double> naive = new ArrayList<>();
        List<Double> scan = new ArrayList<>();
        try (Connection connection = ground.administrator(WIDE.database());
                Connection single = ground.administrator(WIDE.database());
                SourceSession session = ground.open(WIDE.database())) {
            withoutHelpers(single);
            List<Table> tables = session.structure().tables();
            for (int i = 0; i < WARM_UPS; i++) {
                profile(session, tables, Depth.FULL);
                profile(session, tables, Depth.QUICK);
            }
            for (int round = 0; round < ground.rounds(); round++) {
                ground.tell("Profile of 1,000,000 × 20, round %d".formatted(round + 1));
                full.add(Ground.seconds(() -> profile(session, tables, Depth.FULL)));
                scan.add(Ground.seconds(() -> count(single, "SELECT count(*) FROM wide")));
                quick.add(Ground.seconds(() -> profile(session, tables, Depth.QUICK)));
                naive.add(Ground.seconds(() -> NaiveWays.profile(connection)));
            }
            check(connection, profile(session, tables, Depth.FULL), findings);
            checkErrorsAreStated(profile(session, tables, Depth.QUICK));
        }
        Samples fast = findings.measured("full profile of 1,000,000 × 20", full);
        Samples bare = findings.measured("bare scan by one process of the server", scan);
        Samples statistics = findings.measured("quick profile", quick);
        Samples slow = findings.measured("four queries per column", naive);
        findings.result("profile_x", slow.over(fast).median());
        findings.result("profile_scan_x", fast.over(bare).median());
        findings.result("quick_x", slow.over(statistics).median());
    }

    /** A survey takes one process of the server for a table; so does the scan beside it. */
    private static void withoutHelpers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET max_parallel_workers_per_gather = 0");
        }
    }

    private static TableProfile profile(SourceSession session, List<Table> tables, Depth depth) {
        List<TableProfile> profiles = new ArrayList<>();
        session.profile(tables, ProfileRequest.standard(depth), profiles::add);
        return profiles.getFirst();
    }

    /** Rows, nulls and categories must be exact; how far the different values are off is told. */
    private static void check(Connection connection, TableProfile profile, Findings findings)
            throws SQLException {
        require(count(connection, "SELECT count(*) FROM wide"), profile.rows(), "rows");
        List<Double> errors = new ArrayList<>();
        for (ColumnProfile column : profile.columns()) {
            String name = column.column();
            require(
                    count(connection, "SELECT count(*) - count(%s) FROM wide".formatted(name)),
                    column.nulls(),
                    "nulls of " + name);
            long distinct =
                    count(connection, "SELECT count(DISTINCT %s) FROM wide".formatted(name));
            Count found = column.distinct();
            if (found == null) {
                throw new IllegalStateException("no distinct count of " + name);
            }
            errors.add(PERCENT * Math.abs(found.value() - distinct) / Math.max(1, distinct));
            if (column.completeness() == Completeness.ALL_VALUES) {
                requireAllValues(connection, column, distinct);
            }
        }
        findings.result(
                "distinct_error_pct",
                errors.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
        findings.result("distinct_worst_pct", Collections.max(errors));
    }

    private static void requireAllValues(Connection connection, ColumnProfile column, long distinct)
            throws SQLException {
        if (column.values().size() != distinct) {
            throw new IllegalStateException("not all values of " + column.column());
        }
        for (ProfiledValue value : column.values()) {
            long rows =
                    count(
                            connection,
                            "SELECT count(*) FROM wide WHERE %s::text = '%s'"
                                    .formatted(column.column(), value.text()));
            if (rows != value.rows()) {
                throw new IllegalStateException("a wrong count in " + column.column());
            }
        }
    }

    private static void checkErrorsAreStated(TableProfile quick) {
        for (ColumnProfile column : quick.columns()) {
            Count distinct = column.distinct();
            if (distinct == null || distinct.exact()) {
                throw new IllegalStateException("no error stated for " + column.column());
            }
        }
    }

    private static void require(
            long expected, @org.jspecify.annotations.Nullable Count found, String what) {
        if (found == null || !found.exact() || found.value() != expected) {
            throw new IllegalStateException(
                    "%s: %s instead of exactly %d".formatted(what, found, expected));
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
