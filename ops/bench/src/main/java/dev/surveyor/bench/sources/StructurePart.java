package dev.surveyor.bench.sources;

import dev.surveyor.bench.Samples;
import dev.surveyor.catalog.Structure;
import dev.surveyor.sources.SourceSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The structure of many tables, beside JDBC's own way of reading it. */
final class StructurePart implements SourcesBenchmark.Part {

    static final ManyTables SOME = new ManyTables("tables_2000", 2_000, 50);
    private static final ManyTables MANY = new ManyTables("tables_10000", 10_000, 1);

    @Override
    public void measure(Ground ground, Findings findings)
            throws SQLException, IOException, InterruptedException {
        ground.database(SOME.database(), SOME.statements());
        ground.database(MANY.database(), MANY.statements());
        beside(ground, findings);
        many(ground, findings);
    }

    private static void beside(Ground ground, Findings findings) throws SQLException, IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> naive = new ArrayList<>();
        try (Connection connection = ground.administrator(SOME.database());
                SourceSession session = ground.open(SOME.database())) {
            session.structure();
            for (int round = 0; round < ground.rounds(); round++) {
                ground.tell("Structure, round %d".formatted(round + 1));
                ours.add(Ground.seconds(() -> require(session.structure(), SOME.tables())));
                naive.add(Ground.seconds(() -> NaiveWays.structure(connection)));
            }
        }
        Samples fast = findings.measured("structure of 2,000 tables", ours);
        Samples slow = findings.measured("the same by DatabaseMetaData", naive);
        findings.result("structure_x", slow.over(fast).median());
    }

    private static void many(Ground ground, Findings findings)
            throws SQLException, IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < ground.rounds(); round++) {
            try (SourceSession session = ground.open(MANY.database())) {
                seconds.add(Ground.seconds(() -> require(session.structure(), MANY.tables())));
            }
        }
        findings.result(
                "structure_10k_s",
                findings.measured("structure of 10,000 tables, new session", seconds).median());
        findings.result(
                "structure_10k_heap_mib",
                HeapProbe.run(ground.address(MANY.database()), HeapProbe.Subject.STRUCTURE));
    }

    private static void require(Structure structure, int tables) {
        if (structure.tables().size() != tables) {
            throw new IllegalStateException("found " + structure.tables().size() + " tables");
        }
    }
}
