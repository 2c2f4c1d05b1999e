package dev.surveyor.eval.planner;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.databases.Databases;
import dev.surveyor.eval.databases.Execution;
import dev.surveyor.eval.databases.Lane;
import dev.surveyor.eval.equality.Rows;
import dev.surveyor.eval.gold.GoldResult;
import dev.surveyor.eval.gold.GoldResults;
import dev.surveyor.eval.questions.Question;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs plans' SQL and says whether it gives the gold's rows; for one thread. */
final class Trial implements AutoCloseable {

    private static final Duration GOLD_TIME_MAX = Duration.ofSeconds(10);

    /** What takes longer is held for wrong: there are many to try. */
    private static final Duration TIME_MAX = Duration.ofMillis(200);

    private final Databases databases;
    private final Lane goldLane = new Lane();
    private final Lane lane = new Lane();
    private final GoldResults golds;

    Trial(Databases databases) {
        this.databases = databases;
        golds = new GoldResults(databases, goldLane, GOLD_TIME_MAX);
    }

    /** One question's gold, against which several statements are held. */
    final class Held {
        private final Access access;
        private final GoldResult.Known gold;
        private final Map<String, Boolean> known = new HashMap<>();

        private Held(Access access, GoldResult.Known gold) {
            this.access = access;
            this.gold = gold;
        }

        boolean right(String sql) {
            return known.computeIfAbsent(sql, this::run);
        }

        private boolean run(String sql) {
            return lane.run(access, sql, gold.rows().count() + 1, TIME_MAX)
                            instanceof Execution.Ran(Rows rows, boolean ignored)
                    && gold.accepts(rows);
        }
    }

    /** Null where there is nothing to compare with, or chance decides. */
    @Nullable Held held(Question question) {
        Access access = databases.access(question.database());
        return access != null
                        && golds.of(question) instanceof GoldResult.Known known
                        && !known.rows().isEmpty()
                        && !known.tied()
                ? new Held(access, known)
                : null;
    }

    @Override
    public void close() {
        goldLane.close();
        lane.close();
    }
}
