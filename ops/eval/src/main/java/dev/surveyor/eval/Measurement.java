package dev.surveyor.eval;

import java.util.concurrent.Callable;

/**
 * One thing that {@code eval} can measure. An implementation is a picocli command: its
 * {@code @Command} annotation names and describes it, and a line in {@code
 * META-INF/services/dev.surveyor.eval.Measurement} makes it known; nothing else does.
 *
 * <p>It writes its table to the command line's output and what is only for watching to its error
 * output, and returns the figures of the last line. What keeps it from running is thrown as an
 * {@link EvaluationException}.
 */
public interface Measurement extends Callable<ResultLine> {}
