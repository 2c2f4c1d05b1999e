package dev.surveyor.eval.check;

import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.terminal.Progress;
import java.util.List;

/**
 * Compares each gold of a database with each other one and asks {@link PlainComparison} whether
 * that is right; for one thread.
 */
final class CrossCheck implements Workers.Worker<List<CheckedGold>> {

    private final CrossCounts counts;
    private final Progress progress;

    CrossCheck(CrossCounts counts, Progress progress) {
        this.counts = counts;
        this.progress = progress;
    }

    @Override
    public void work(List<CheckedGold> golds) {
        for (CheckedGold gold : golds) {
            for (CheckedGold other : golds) {
                if (!gold.question().id().equals(other.question().id())) {
                    compare(gold, other);
                }
            }
            progress.step();
        }
    }

    private void compare(CheckedGold gold, CheckedGold other) {
        boolean accepted = gold.gold().accepts(other.gold().rows());
        if (accepted
                != PlainComparison.equal(
                        gold.gold().rows(), other.gold().rows(), gold.gold().order())) {
            counts.dispute(gold.question().id() + "/" + other.question().id());
        }
        counts.count(accepted);
    }

    @Override
    public void close() {}
}
