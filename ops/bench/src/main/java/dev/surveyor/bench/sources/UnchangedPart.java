package dev.surveyor.bench.sources;

import dev.surveyor.bench.Samples;
import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.sources.SourceSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Seeing that nothing changed, beside profiling it all again. */
final class UnchangedPart implements SourcesBenchmark.Part {

    private static final int WARM_UPS = 3;

    @Override
    public void measure(Ground ground, Findings findings) throws SQLException, IOException {
        ManyTables tables = StructurePart.SOME;
        ground.database(tables.database(), tables.statements());
        List<Double> ours = new ArrayList<>();
        List<Double> naive = new ArrayList<>();
        try (Connection connection = ground.administrator(tables.database());
                SourceSession session = ground.open(tables.database())) {
            List<Fingerprint> before = session.fingerprints(session.structure());
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                session.fingerprints(session.structure());
            }
            for (int round = 0; round < ground.rounds(); round++) {
                ours.add(Ground.seconds(() -> requireSame(session, before, tables.tables())));
            }
            ground.tell("Naive profile of 2,000 tables");
            naive.add(Ground.seconds(() -> NaiveWays.profile(connection)));
        }
        Samples fast = findings.measured("2,000 tables, nothing changed", ours);
        Samples slow = findings.measured("naive profile of the same, once", naive);
        findings.result("unchanged_s", fast.median());
        findings.result("unchanged_x", slow.median() / fast.median());
    }

    private static void requireSame(SourceSession session, List<Fingerprint> before, int tables) {
        List<Fingerprint> now = session.fingerprints(session.structure());
        long same = 0;
        for (int i = 0; i < Math.min(now.size(), before.size()); i++) {
            same += now.get(i).sameAs(before.get(i)) ? 1 : 0;
        }
        if (same != tables) {
            throw new IllegalStateException("only %d of %d look unchanged".formatted(same, tables));
        }
    }
}
