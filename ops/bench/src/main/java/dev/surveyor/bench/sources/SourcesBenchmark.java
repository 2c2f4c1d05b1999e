package dev.surveyor.bench.sources;

import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.bench.Benchmark;
import dev.surveyor.bench.Report;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Each part beside the naive way of doing the same, on a server of its own. */
public final class SourcesBenchmark implements Benchmark {

    /** One thing that is measured; a new one is a class and a line here. */
    interface Part {
        void measure(Ground ground, Findings findings)
                throws SQLException, IOException, InterruptedException;
    }

    private static final List<Part> PARTS =
            List.of(
                    new StructurePart(),
                    new UnchangedPart(),
                    new ProfilePart(),
                    new SmallTablesPart(),
                    new ProfileHeapPart());

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public String summary() {
        return "Structure, changes and profiles of databases, against one query per table or column.";
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        Findings findings = new Findings();
        try (Ground ground = Ground.prepare(workplace)) {
            for (Part part : PARTS) {
                part.measure(ground, findings);
            }
        } catch (SQLException e) {
            throw new IOException("The benchmark's database failed: " + e.getMessage(), e);
        }
        return findings.report();
    }
}
