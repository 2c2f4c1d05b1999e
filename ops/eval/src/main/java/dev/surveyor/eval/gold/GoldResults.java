package dev.surveyor.eval.gold;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.databases.Databases;
import dev.surveyor.eval.databases.Execution;
import dev.surveyor.eval.databases.Lane;
import dev.surveyor.eval.equality.RowOrder;
import dev.surveyor.eval.equality.Rows;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.Question.Gold;
import dev.surveyor.eval.sqlshape.SqlShape;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds a question's right result: the rows that the file holds, else what the gold SQL gives where
 * it was written for. Also there it finds out which rows the gold holds for equal. For one thread.
 */
public final class GoldResults {

    /** Above any gold's size; a result with more rows than this is not one to compare with. */
    private static final int ROWS_MAX = 1_000_000;

    /** Rows that are looked at for ties; beyond, order is taken as it stands. */
    private static final int KEYED_ROWS_MAX = 50_000;

    private final Databases databases;
    private final Lane lane;
    private final Duration timeMax;

    public GoldResults(Databases databases, Lane lane, Duration timeMax) {
        this.databases = databases;
        this.lane = lane;
        this.timeMax = timeMax;
    }

    public GoldResult of(Question question) {
        Gold gold = question.gold();
        if (!gold.executable()) {
            return new GoldResult.Unknown("its file says that the gold gives no rows");
        }
        Access access = databases.access(question.database());
        if (gold.rows() != null) {
            return known(gold, gold.rows(), access);
        }
        if (gold.sql() == null || access == null) {
            return new GoldResult.Unknown("its database is known by its schema alone");
        }
        return switch (lane.run(access, gold.sql(), ROWS_MAX, timeMax)) {
            case Execution.Ran(Rows rows, boolean cut) ->
                    cut
                            ? new GoldResult.Unknown("its gold gives too many rows")
                            : known(gold, rows, access);
            case Execution.Broke(String reason) ->
                    new GoldResult.Unknown("its gold does not run: " + reason);
        };
    }

    private GoldResult known(Gold gold, Rows rows, @Nullable Access access) {
        SortedRows sorted = access == null ? null : sort(gold, rows, access);
        boolean ordered = Objects.requireNonNullElseGet(gold.ordered(), () -> orders(gold.sql()));
        RowOrder order = RowOrder.free();
        if (ordered) {
            order = sorted == null ? RowOrder.strict() : sorted.order();
        }
        return new GoldResult.Known(rows, order, sorted != null && sorted.tied());
    }

    private @Nullable SortedRows sort(Gold gold, Rows rows, Access access) {
        KeyedQuery keyed = gold.sql() == null ? null : KeyedQuery.of(gold.sql());
        if (keyed == null) {
            return null;
        }
        return switch (lane.run(access, keyed.sql(), KEYED_ROWS_MAX, timeMax)) {
            case Execution.Ran(Rows all, boolean ignored) ->
                    SortedRows.of(keyed, all, rows.count());
            case Execution.Broke ignored -> null;
        };
    }

    private static boolean orders(@Nullable String sql) {
        return sql != null
                && SqlShape.parse(sql)
                        .filter(query -> query.getOrderByElements() != null)
                        .isPresent();
    }
}
