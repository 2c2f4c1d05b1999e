package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceWork;
import dev.surveyor.sources.postgres.CopyPass.Passed;
import dev.surveyor.sources.profile.ColumnProfiles;
import dev.surveyor.sources.profile.Population;
import dev.surveyor.sources.profile.TableMeasure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures one table in a transaction of its own. The way is chosen by its size, its statistics and
 * the budget; when that fails, by what of it can still be read.
 */
final class SingleTable {

    private static final long SAMPLED_CELLS_MAX = 1_000_000;
    private static final long SAMPLED_ROWS_MAX = 50_000;
    private static final long QUICK_ROWS = 2_000;
    private static final double PAGES_MARGIN = 1.3;

    /** With more of its rows changed, statistics are no good. */
    private static final double STALENESS_MAX = 0.2;

    private static final Duration SALVAGE_MAX = Duration.ofSeconds(5);

    /** Of the budget, at most, is kept for salvage. */
    private static final int SALVAGE_PART = 4;

    /** What ending a statement takes is part of the budget too. */
    private static final Duration ENDING = Duration.ofMillis(150);

    private static final long BYTES_PER_SECOND = 40L << 20;
    private static final int HALVINGS_MAX = 6;

    private final SourceWork work;
    private final Table table;
    private final ProfileRequest request;
    private final Courtesy courtesy;
    private final List<Column> readable;
    private final long begin = System.nanoTime();

    SingleTable(SourceWork work, Table table, ProfileRequest request, Courtesy courtesy) {
        this.courtesy = courtesy;
        this.work = work;
        this.table = table;
        this.request = request;
        this.readable = table.columns().stream().filter(Column::readable).toList();
    }

    TableProfile profile() {
        if (readable.isEmpty() && !table.columns().isEmpty()) {
            return nothing(Problems.DENIED);
        }
        try {
            return work.transaction(timeMax(), this::chosen);
        } catch (SourceException e) {
            rethrowUnlessOfTable(e);
            return salvaged(e);
        }
    }

    /** A cancel or a lost connection is not this table's matter alone. */
    private void rethrowUnlessOfTable(SourceException e) {
        if (e.code() == Code.CANCELLED || e.code() == Code.CONNECTION_LOST) {
            throw e;
        }
        work.checkCancelled();
    }

    private Duration timeMax() {
        return request.depth() == Depth.QUICK && !sampleable()
                ? min(request.tableTimeMax(), SALVAGE_MAX)
                : request.tableTimeMax().minus(keptForSalvage());
    }

    private Duration keptForSalvage() {
        return min(request.tableTimeMax().dividedBy(SALVAGE_PART), SALVAGE_MAX);
    }

    private static Duration min(Duration left, Duration right) {
        return left.compareTo(right) < 0 ? left : right;
    }

    private boolean sampleable() {
        return switch (table.kind()) {
            case TABLE, PARTITIONED_TABLE, MATERIALIZED_VIEW -> true;
            case VIEW, FOREIGN_TABLE, VIRTUAL_TABLE -> false;
        };
    }

    private TableProfile chosen(Connection connection) throws SQLException {
        long asked = System.nanoTime();
        TableFacts facts = TableFacts.only(connection, table);
        courtesy.probed(System.nanoTime() - asked, 1);
        if (facts == null) {
            return nothing(Problems.GONE);
        }
        return chosen(connection, facts);
    }

    TableProfile chosen(Connection connection, TableFacts facts) throws SQLException {
        long bytes = facts.bytes() >= 0 ? facts.bytes() : table.estimate().bytes();
        boolean tooLarge =
                facts.sampled()
                        && (bytes > request.tableBytesMax()
                                || bytes / BYTES_PER_SECOND > request.tableTimeMax().toSeconds());
        boolean quick =
                request.depth() == Depth.QUICK
                        && facts.sampled()
                        && !(bytes >= 0 && bytes <= PostgresProfiler.SMALL_BYTES);
        if (quick) {
            return quick(connection, facts);
        }
        return tooLarge
                ? sampled(connection, facts, sampleRows(), Problems.TOO_LARGE)
                : whole(connection, facts, readable, false);
    }

    private long sampleRows() {
        return Math.clamp(SAMPLED_CELLS_MAX / Math.max(1, readable.size()), 100, SAMPLED_ROWS_MAX);
    }

    private TableProfile quick(Connection connection, TableFacts facts) throws SQLException {
        boolean fresh = facts.staleness() <= STALENESS_MAX;
        Map<String, ColumnStatistics> statistics =
                ColumnStatistics.read(connection, List.of(table), Map.of(0, facts))
                        .getOrDefault(0, Map.of());
        boolean useful = fresh && !statistics.isEmpty() && facts.rows() > 0;
        TableProfile sample =
                sampled(connection, facts, useful ? QUICK_ROWS : sampleRows() / 5, null);
        return useful
                ? new StatisticsProfile(facts.rows(), facts.staleness(), request)
                        .over(sample, statistics)
                : sample;
    }

    private TableProfile sampled(
            Connection connection, TableFacts facts, long rowsMax, @Nullable Problem problem)
            throws SQLException {
        long rows = facts.rows();
        if (rows >= 0 && rows <= rowsMax) {
            return whole(connection, facts, readable, false);
        }
        double percent =
                rows < 0 ? 1 : Math.min(100, 100 * PAGES_MARGIN * rowsMax / Math.max(rows, 1));
        CopyPass pass = new CopyPass(table, readable, facts, false, request);
        Passed passed = pass.sample(connection, percent, rowsMax);
        long seen = passed.measure().rows();
        long all = rows >= 0 ? Math.max(rows, seen) : Math.round(seen * 100 / percent);
        double error = Math.max(0.01, Math.min(1, facts.staleness()));
        return passed.measure()
                .profile(
                        Method.SAMPLE,
                        Population.sampled(Count.about(all, error)),
                        took(),
                        problem);
    }

    private TableProfile whole(
            Connection connection, TableFacts facts, List<Column> columns, boolean raw)
            throws SQLException {
        Passed passed = new CopyPass(table, columns, facts, raw, request).whole(connection);
        long rows = passed.measure().rows();
        return passed.complete()
                ? passed.measure().profile(Method.FULL, Population.whole(rows), took(), null)
                : passed.measure()
                        .profile(
                                Method.SAMPLE,
                                Population.sampled(
                                        Count.about(Math.max(rows, table.estimate().rows()), 1)),
                                took(),
                                Problems.TOO_LARGE);
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private TableProfile nothing(Problem problem) {
        return new TableProfile(
                table.name(),
                Method.NOTHING,
                null,
                TableMeasure.inOrder(table, List.of()),
                took(),
                problem);
    }

    /** What can still be read of a table that could not be measured as was planned. */
    private TableProfile salvaged(SourceException failure) {
        Problem problem = Problems.of(failure);
        return switch (problem.code()) {
            case DENIED, GONE -> nothing(problem);
            case LOCKED -> statisticsOnly(problem);
            case TIMED_OUT -> sampleable() ? sampleOnly(problem) : firstRows(problem);
            case BUDGET_SPENT, UNSUPPORTED, FAILED -> byColumns(problem);
        };
    }

    private TableProfile sampleOnly(Problem problem) {
        return salvage(
                problem,
                connection -> {
                    TableFacts facts = TableFacts.only(connection, table);
                    return facts == null
                            ? nothing(Problems.GONE)
                            : sampled(connection, facts, QUICK_ROWS, problem);
                });
    }

    private TableProfile firstRows(Problem problem) {
        return salvage(
                problem,
                connection -> {
                    TableFacts facts = TableFacts.only(connection, table);
                    if (facts == null) {
                        return nothing(Problems.GONE);
                    }
                    Passed passed =
                            new CopyPass(table, readable, facts, false, request)
                                    .first(connection, QUICK_ROWS);
                    return passed.measure()
                            .profile(
                                    Method.SAMPLE,
                                    Population.sampled(Count.about(passed.measure().rows(), 1)),
                                    took(),
                                    problem)
                            .withoutRows();
                });
    }

    /** Statistics lie elsewhere: no lock on the table keeps them from us. */
    private TableProfile statisticsOnly(Problem problem) {
        return salvage(
                problem,
                connection -> {
                    TableFacts facts = TableFacts.only(connection, table);
                    if (facts == null || facts.rows() < 0) {
                        return nothing(problem);
                    }
                    Map<String, ColumnStatistics> statistics =
                            ColumnStatistics.read(connection, List.of(table), Map.of(0, facts))
                                    .getOrDefault(0, Map.of());
                    TableMeasure measure =
                            new CopyPass(table, readable, facts, false, request).empty();
                    TableProfile empty =
                            measure.profile(
                                    Method.STATISTICS,
                                    Population.sampled(Count.about(facts.rows(), 0.1)),
                                    took(),
                                    problem);
                    return statistics.isEmpty()
                            ? nothing(problem)
                            : new StatisticsProfile(facts.rows(), facts.staleness(), request)
                                    .over(empty, statistics);
                });
    }

    private interface Salvage extends dev.surveyor.sources.SqlWork<TableProfile> {}

    private TableProfile salvage(Problem problem, Salvage way) {
        Duration left = min(request.tableTimeMax().minus(took()).minus(ENDING), SALVAGE_MAX);
        if (!left.isPositive()) {
            return nothing(problem);
        }
        try {
            return work.transaction(left, way);
        } catch (SourceException e) {
            rethrowUnlessOfTable(e);
            return nothing(problem);
        }
    }

    /**
     * First with text as the bytes that the server holds, then in halves until the bad one is
     * found.
     */
    private TableProfile byColumns(Problem problem) {
        List<ColumnProfile> found = new ArrayList<>();
        Part part = new Part(problem);
        part.measure(readable, HALVINGS_MAX, found);
        if (part.rows < 0) {
            return nothing(problem);
        }
        boolean whole = found.stream().allMatch(column -> column.problem() == null);
        return new TableProfile(
                table.name(),
                Method.FULL,
                Count.exactly(part.rows),
                TableMeasure.inOrder(table, found),
                took(),
                whole ? null : problem);
    }

    /** Measures parts of the columns, each once. */
    private final class Part {

        private final Problem problem;
        private long rows = -1;

        Part(Problem problem) {
            this.problem = problem;
        }

        void measure(List<Column> columns, int halvings, List<ColumnProfile> found) {
            Duration left = request.tableTimeMax().minus(took());
            TableProfile profile = left.isPositive() ? tried(columns, left) : null;
            if (profile != null) {
                found.addAll(profile.columns());
                rows = profile.rows() == null ? rows : profile.rows().value();
            } else if (columns.size() <= 1 || halvings == 0) {
                columns.forEach(column -> found.add(ColumnProfiles.unread(column, problem)));
            } else {
                int middle = columns.size() / 2;
                measure(columns.subList(0, middle), halvings - 1, found);
                measure(columns.subList(middle, columns.size()), halvings - 1, found);
            }
        }

        private @Nullable TableProfile tried(List<Column> columns, Duration left) {
            try {
                return work.transaction(
                        left,
                        connection -> {
                            TableFacts facts = TableFacts.only(connection, table);
                            return facts == null ? null : whole(connection, facts, columns, true);
                        });
            } catch (SourceException e) {
                rethrowUnlessOfTable(e);
                return null;
            }
        }
    }
}
