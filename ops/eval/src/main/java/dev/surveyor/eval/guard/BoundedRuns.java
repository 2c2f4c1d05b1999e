package dev.surveyor.eval.guard;

import dev.surveyor.catalog.Policies;
import dev.surveyor.eval.guard.Corpus.Block;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.GuardedRun;
import dev.surveyor.sources.ReadResult;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.StatementRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Statements that take too much, many at a time, in a process of its own with a small heap: it ends
 * with that heap, or the whole process fails.
 */
public final class BoundedRuns {

    /** The variable that holds the address: an argument could be seen by others. */
    static final String ADDRESS = "SURVEYOR_EVAL_ADDRESS";

    private static final int PARALLEL = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration AFTER = Duration.ofSeconds(2);

    private BoundedRuns() {}

    /** Argument: the corpus's folder or a dash for our own. */
    public static void main(String[] arguments) throws Exception {
        Corpus corpus = new Corpus(arguments[0].equals("-") ? null : Path.of(arguments[0]));
        SourceAddress address = SourceAddress.parse(System.getenv(ADDRESS));
        List<Block> blocks =
                corpus.refused().stream().filter(block -> block.want().equals("bound")).toList();
        Policies policies = PolicyFiles.of(corpus).plain();
        Guard guard;
        try (SourceSession session = Sources.open(address, SessionLimits.standard())) {
            StatementRules rules = session.statementRules();
            guard =
                    new Guard(
                            rules,
                            rules.judge(session.structure(), policies, Map.of()),
                            GuardLimits.STANDARD);
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(PARALLEL)) {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < Math.max(blocks.size(), PARALLEL); i++) {
                Block block = blocks.get(i % blocks.size());
                results.add(workers.submit(() -> run(block, guard, address)));
            }
            print(results);
        }
    }

    private static void print(List<Future<String>> results) throws Exception {
        for (Future<String> result : results) {
            try {
                System.out.println(result.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a run broke", e.getCause());
            }
        }
    }

    /** The block's id and whether it ended in time, in one line. */
    private static String run(Block block, Guard guard, SourceAddress address) {
        SessionLimits limits = SessionLimits.standard().withStatementTimeout(TIMEOUT);
        try (SourceSession session = Sources.open(address, limits)) {
            long begin = System.nanoTime();
            String how;
            try {
                how = told(guard.run(block.sql(), session, new Discarding()));
            } catch (SourceException e) {
                how = e.code().name();
            }
            long millis = (System.nanoTime() - begin) / 1_000_000;
            boolean intime = millis <= TIMEOUT.plus(AFTER).toMillis();
            return block.id() + " " + (intime ? "bounded" : "late") + " " + millis + " ms " + how;
        }
    }

    private static String told(GuardedRun run) {
        return switch (run) {
            case GuardedRun.Refused(Refusal refusal) -> "refused: " + refusal.rule().id();
            case GuardedRun.Ran(_, ReadResult result) -> "ran: " + result.ending();
        };
    }

    private static final class Discarding implements RowSink {

        @Override
        public void columns(List<ResultColumn> columns) {
            // Nobody looks.
        }

        @Override
        public boolean row(List<Cell> cells) {
            return true;
        }
    }
}
