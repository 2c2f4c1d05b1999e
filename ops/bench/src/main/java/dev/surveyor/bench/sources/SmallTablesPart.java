package dev.surveyor.bench.sources;

import dev.surveyor.bench.Samples;
import dev.surveyor.catalog.Table;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.SourceSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The full profile of many small tables over two sessions, as surveys do it. */
final class SmallTablesPart implements SourcesBenchmark.Part {

    private static final ManyTables SMALL = StructurePart.SOME;
    private static final int WARM_UPS = 2;

    @Override
    public void measure(Ground ground, Findings findings)
            throws SQLException, IOException, InterruptedException {
        ground.database(SMALL.database(), SMALL.statements());
        List<Double> ours = new ArrayList<>();
        List<Double> naive = new ArrayList<>();
        try (Connection connection = ground.administrator(SMALL.database());
                SourceSession left = ground.open(SMALL.database());
                SourceSession right = ground.open(SMALL.database());
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Table> tables = left.structure().tables();
            for (int i = 0; i < WARM_UPS; i++) {
                profile(threads, left, right, tables);
            }
            for (int round = 0; round < ground.rounds(); round++) {
                ground.tell("Profile of 2,000 small tables, round %d".formatted(round + 1));
                ours.add(Ground.seconds(() -> profile(threads, left, right, tables)));
                naive.add(Ground.seconds(() -> NaiveWays.profile(connection)));
            }
        }
        Samples fast = findings.measured("full profile of 2,000 small tables", ours);
        Samples slow = findings.measured("the same by four queries per column", naive);
        findings.result("small_x", slow.over(fast).median());
    }

    private static void profile(
            ExecutorService threads, SourceSession left, SourceSession right, List<Table> tables)
            throws IOException {
        int middle = tables.size() / 2;
        AtomicInteger whole = new AtomicInteger();
        Future<?> first = threads.submit(() -> profile(left, tables.subList(0, middle), whole));
        Future<?> second =
                threads.submit(() -> profile(right, tables.subList(middle, tables.size()), whole));
        try {
            first.get();
            second.get();
        } catch (ExecutionException e) {
            throw new IOException("A profile failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
        if (whole.get() != tables.size()) {
            throw new IllegalStateException("only " + whole.get() + " tables were profiled whole");
        }
    }

    private static void profile(SourceSession session, List<Table> tables, AtomicInteger whole) {
        session.profile(
                tables,
                ProfileRequest.standard(Depth.FULL),
                profile -> whole.addAndGet(profile.problem() == null ? 1 : 0));
    }
}
