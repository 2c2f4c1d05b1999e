package dev.surveyor.bench.sources;

import dev.surveyor.bench.Samples;
import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Structure;
import dev.surveyor.sources.SourceSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            Known known = Known.of(session);
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                known.requireSame(session, tables.tables());
            }
            for (int round = 0; round < ground.rounds(); round++) {
                ours.add(Ground.seconds(() -> known.requireSame(session, tables.tables())));
            }
            ground.tell("Naive profile of 2,000 tables");
            naive.add(Ground.seconds(() -> NaiveWays.profile(connection)));
        }
        Samples fast = findings.measured("2,000 tables, nothing changed", ours);
        Samples slow = findings.measured("naive profile of the same, once", naive);
        findings.result("unchanged_s", fast.median());
        findings.result("unchanged_x", slow.median() / fast.median());
    }

    /** What the last survey keeps to see whether anything changed. */
    private record Known(
            Optional<String> mark, Structure structure, List<Fingerprint> fingerprints) {

        static Known of(SourceSession session) {
            Optional<String> mark = session.structureMark();
            Structure structure = session.structure();
            return new Known(mark, structure, session.fingerprints(structure));
        }

        void requireSame(SourceSession session, int tables) {
            if (mark.isEmpty() || !session.structureMark().equals(mark)) {
                throw new IllegalStateException("the structure looks changed");
            }
            List<Fingerprint> now = session.fingerprints(structure);
            long same = 0;
            for (int i = 0; i < now.size(); i++) {
                same += now.get(i).sameAs(fingerprints.get(i)) ? 1 : 0;
            }
            if (same != tables) {
                throw new IllegalStateException(
                        "only %d of %d look unchanged".formatted(same, tables));
            }
        }
    }
}
