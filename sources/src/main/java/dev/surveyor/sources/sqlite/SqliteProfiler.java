package dev.surveyor.sources.sqlite;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.Profiler;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceWork;
import dev.surveyor.sources.profile.Population;
import dev.surveyor.sources.sqlite.SqlitePass.Passed;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One pass over each table, in our own process. */
final class SqliteProfiler implements Profiler {

    private static final long QUICK_ROWS = 5_000;
    private static final Duration QUICK_TIME_MAX = Duration.ofSeconds(5);
    private static final Problem FIRST_ROWS =
            new Problem(
                    Problem.Code.BUDGET_SPENT,
                    "Its rows are more bytes than it may move: the first ones were measured.");

    @Override
    public void profile(
            SourceWork work,
            List<Table> tables,
            ProfileRequest request,
            Consumer<TableProfile> profiles) {
        for (Table table : tables) {
            work.checkCancelled();
            profiles.accept(profile(work, table, request));
        }
    }

    private static TableProfile profile(SourceWork work, Table table, ProfileRequest request) {
        long begin = System.nanoTime();
        boolean quick = request.depth() == Depth.QUICK;
        Duration timeMax = quick ? QUICK_TIME_MAX : request.tableTimeMax();
        try {
            return work.transaction(
                    timeMax,
                    connection -> {
                        SqlitePass pass = new SqlitePass(table, request);
                        return profile(
                                quick
                                        ? pass.sample(connection, QUICK_ROWS)
                                        : pass.whole(connection),
                                quick,
                                begin);
                    });
        } catch (SourceException e) {
            if (e.code() == Code.CANCELLED || e.code() == Code.CONNECTION_LOST) {
                throw e;
            }
            work.checkCancelled();
            return new TableProfile(
                    table.name(),
                    Method.NOTHING,
                    null,
                    List.of(),
                    Duration.ofNanos(System.nanoTime() - begin),
                    problem(e));
        }
    }

    private static TableProfile profile(Passed passed, boolean quick, long begin) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return passed.complete()
                ? passed.measure()
                        .profile(Method.FULL, Population.whole(passed.rows().value()), took, null)
                : passed.measure()
                        .profile(
                                Method.SAMPLE,
                                Population.sampled(passed.rows()),
                                took,
                                quick ? null : FIRST_ROWS);
    }

    private static Problem problem(SourceException failure) {
        return switch (failure.code()) {
            case LOCKED ->
                    new Problem(
                            Problem.Code.LOCKED,
                            "Another process held the file: measure it later.");
            case TIMED_OUT ->
                    new Problem(Problem.Code.TIMED_OUT, "Reading it took longer than it may.");
            case UNKNOWN_OBJECT ->
                    new Problem(Problem.Code.GONE, "It is gone since the structure was read.");
            case BAD_ADDRESS,
                    UNREACHABLE,
                    REFUSED,
                    UNSUPPORTED,
                    DENIED,
                    BAD_SQL,
                    NOT_READ_ONLY,
                    CANCELLED,
                    CONNECTION_LOST,
                    OVERLOADED,
                    FAILED ->
                    new Problem(
                            Problem.Code.FAILED,
                            "The database reported an error while it was read.");
        };
    }

    /** Columns that can be selected. */
    static List<Column> readable(Table table) {
        return table.columns().stream().filter(Column::readable).toList();
    }
}
