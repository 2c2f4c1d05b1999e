package dev.surveyor.eval.guard;

import dev.surveyor.catalog.Policies;
import dev.surveyor.eval.guard.Corpus.Block;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.Verdict;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Attempts that must be refused, as each of the corpus's roles, with what must not change. */
final class Attempts {

    private static final String CANARIES =
            "SELECT (SELECT string_agg(c::text, ',' ORDER BY c::text) FROM public.canary c)"
                    + " || (SELECT count(*) FROM pg_class) || '/' || (SELECT count(*) FROM"
                    + " pg_largeobject_metadata) || '/' || (SELECT count(*) FROM pg_proc)";

    private final PrintWriter out;
    private final Set<String> failed = new TreeSet<>();

    Attempts(PrintWriter out) {
        this.out = out;
    }

    /** How many of the statements every role was refused, and nothing changed. */
    long refused(
            List<Block> blocks,
            GuardedDatabase database,
            Policies policies,
            List<SourceAddress> roles)
            throws SQLException {
        try (Connection administrator = database.connect()) {
            String before = GuardedDatabase.texts(administrator, CANARIES).getFirst();
            for (SourceAddress role : roles) {
                refused(blocks, role, policies, administrator, before);
            }
        }
        return blocks.stream().filter(block -> !failed.contains(block.id())).count();
    }

    private void refused(
            List<Block> blocks,
            SourceAddress role,
            Policies policies,
            Connection administrator,
            String before)
            throws SQLException {
        SessionLimits limits = SessionLimits.standard().withStatementTimeout(Duration.ofSeconds(5));
        Guard guard;
        try (SourceSession reading = Sources.open(role, SessionLimits.standard())) {
            StatementRules rules = reading.statementRules();
            guard =
                    new Guard(
                            rules,
                            rules.judge(reading.structure(), policies, Map.of()),
                            GuardLimits.STANDARD);
        }
        SourceSession session = Sources.open(role, limits);
        try {
            for (Block block : blocks) {
                check(block, guard, session, role);
                if (!GuardedDatabase.texts(administrator, CANARIES).getFirst().equals(before)) {
                    fail(block, "changed the database as " + role.user());
                }
                if (!session.usable()) {
                    session.close();
                    session = Sources.open(role, limits);
                }
            }
        } finally {
            session.close();
        }
    }

    private void check(Block block, Guard guard, SourceSession session, SourceAddress role) {
        try {
            switch (guard.check(block.sql(), session)) {
                case Verdict.Accepted _ -> fail(block, "was accepted as " + role.user());
                case Verdict.Refused _ -> {
                    // As it should be.
                }
            }
        } catch (SourceException e) {
            fail(block, "was not decided as " + role.user() + ": " + e.getMessage());
        }
    }

    private void fail(Block block, String what) {
        failed.add(block.id());
        out.println("  " + block.id() + " " + what);
    }
}
