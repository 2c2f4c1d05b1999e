package dev.surveyor.eval.gold;

import dev.surveyor.eval.equality.ResultEquality;
import dev.surveyor.eval.equality.RowOrder;
import dev.surveyor.eval.equality.Rows;

/** What an answer is compared with. */
public sealed interface GoldResult {

    /**
     * Rows to compare with.
     *
     * @param tied whether the gold's LIMIT cuts through rows that its ORDER BY holds for equal and
     *     that differ: which of them come back is chance
     */
    record Known(Rows rows, RowOrder order, boolean tied) implements GoldResult {

        public boolean accepts(Rows candidate) {
            return ResultEquality.equal(rows, candidate, order);
        }
    }

    /** There are no rows to compare with, for this reason. */
    record Unknown(String reason) implements GoldResult {}
}
