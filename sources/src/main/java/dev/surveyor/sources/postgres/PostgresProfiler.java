package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.Profiler;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceWork;
import dev.surveyor.sources.postgres.CopyPass.Passed;
import dev.surveyor.sources.profile.Population;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Small tables many to a transaction, all others one by one. */
final class PostgresProfiler implements Profiler {

    /** A table of no more is measured whole whatever was asked for. */
    static final long SMALL_BYTES = 512 << 10;

    private static final int TOGETHER_MAX = 100;
    private static final Duration TOGETHER_TIME_MAX = Duration.ofSeconds(20);

    @Override
    public void profile(
            SourceWork work,
            List<Table> tables,
            ProfileRequest request,
            Consumer<TableProfile> profiles) {
        Courtesy courtesy = new Courtesy(work);
        for (int from = 0; from < tables.size(); from += TOGETHER_MAX) {
            List<Table> some = tables.subList(from, Math.min(from + TOGETHER_MAX, tables.size()));
            Map<Integer, TableProfile> found = small(work, some, request, courtesy);
            for (int i = 0; i < some.size(); i++) {
                TableProfile profile = found.get(i);
                work.checkCancelled();
                profiles.accept(
                        profile != null ? profile : single(work, some.get(i), request, courtesy));
            }
        }
    }

    private static TableProfile single(
            SourceWork work, Table table, ProfileRequest request, Courtesy courtesy) {
        courtesy.stepBack();
        return new SingleTable(work, table, request, courtesy).profile();
    }

    /** Those that turned out to be small. When one of them fails, all that came before it. */
    private static Map<Integer, TableProfile> small(
            SourceWork work, List<Table> tables, ProfileRequest request, Courtesy courtesy) {
        Map<Integer, TableProfile> found = new HashMap<>();
        try {
            long probe =
                    work.transaction(
                            TOGETHER_TIME_MAX,
                            connection -> small(connection, tables, request, found));
            courtesy.probed(probe, tables.size());
            courtesy.stepBack();
        } catch (SourceException e) {
            if (e.code() == Code.CANCELLED || e.code() == Code.CONNECTION_LOST) {
                throw e;
            }
        }
        return found;
    }

    private static long small(
            Connection connection,
            List<Table> tables,
            ProfileRequest request,
            Map<Integer, TableProfile> found)
            throws SQLException {
        long begin = System.nanoTime();
        Map<Integer, TableFacts> facts = TableFacts.read(connection, tables);
        long probe = System.nanoTime() - begin;
        for (int i = 0; i < tables.size(); i++) {
            TableFacts known = facts.get(i);
            if (known != null && isSmall(known)) {
                TableProfile profile = whole(connection, tables.get(i), known, request);
                if (profile != null) {
                    found.put(i, profile);
                }
            }
        }
        return probe;
    }

    private static boolean isSmall(TableFacts facts) {
        return facts.bytes() >= 0
                && facts.bytes() <= SMALL_BYTES
                && facts.longCellBytes() <= SMALL_BYTES;
    }

    private static @org.jspecify.annotations.Nullable TableProfile whole(
            Connection connection, Table table, TableFacts facts, ProfileRequest request)
            throws SQLException {
        List<Column> readable = new ArrayList<>(table.columns());
        readable.removeIf(column -> !column.readable());
        if (readable.isEmpty()) {
            return null;
        }
        long begin = System.nanoTime();
        Passed passed = new CopyPass(table, readable, facts, false, request).whole(connection);
        return passed.complete()
                ? passed.measure()
                        .profile(
                                Method.FULL,
                                Population.whole(passed.measure().rows()),
                                Duration.ofNanos(System.nanoTime() - begin),
                                null)
                : null;
    }
}
