package dev.surveyor.eval;

/**
 * Something that answers questions and is to be measured. It sees the question and its database,
 * never the gold.
 *
 * <p>Called from several threads at once. Where a question takes longer than its limit the calling
 * thread is interrupted and the question counts as failed. What is thrown counts as failed too, but
 * for an {@link EvaluationException}: that ends the run.
 */
public interface Engine extends AutoCloseable {

    /**
     * Makes ready for questions about a task's database, before the clock of any of them starts.
     *
     * @throws EvaluationException where that cannot be
     */
    default void prepare(Task task) throws InterruptedException {}

    Outcome answer(Task task) throws Exception;

    @Override
    default void close() {}
}
