package dev.surveyor.embeddings.qdrant;

import com.google.common.util.concurrent.ListenableFuture;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingException.Code;
import io.grpc.Status;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Calls Qdrant: again, after a moment that differs from caller to caller, where that can help. */
record QdrantCalls(String url) {

    private static final int ATTEMPTS_MAX = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(60);

    /** What passes by itself. All calls of ours may be made twice. */
    private static final Set<Status.Code> PASSING =
            Set.of(
                    Status.Code.UNAVAILABLE,
                    Status.Code.DEADLINE_EXCEEDED,
                    Status.Code.RESOURCE_EXHAUSTED,
                    Status.Code.ABORTED);

    <T> T call(Supplier<ListenableFuture<T>> request) {
        for (int attempt = 1; ; attempt++) {
            ListenableFuture<T> answer = request.get();
            try {
                return answer.get();
            } catch (ExecutionException e) {
                Status status = Status.fromThrowable(e.getCause());
                if (!PASSING.contains(status.getCode()) || attempt == ATTEMPTS_MAX) {
                    throw failure(status, e);
                }
                pause(attempt);
            } catch (InterruptedException e) {
                answer.cancel(true);
                throw stopped(e);
            }
        }
    }

    private static void pause(int attempt) {
        long longest = FIRST_PAUSE.toMillis() << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static EmbeddingException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new EmbeddingException(
                Code.STOPPED, true, "Whoever waited for Qdrant was told to stop.", e);
    }

    private EmbeddingException failure(Status status, ExecutionException e) {
        if (PASSING.contains(status.getCode())) {
            return new EmbeddingException(
                    Code.UNREACHABLE,
                    true,
                    "Qdrant at %s does not answer (%s): start it, or set surveyor.embeddings.qdrant-url."
                            .formatted(url, status.getCode()),
                    e);
        }
        String what =
                switch (status.getCode()) {
                    case UNAUTHENTICATED, PERMISSION_DENIED ->
                            "does not let us in: set surveyor.embeddings.qdrant-api-key";
                    default -> "refused a call (%s)".formatted(status.getDescription());
                };
        return new EmbeddingException(
                Code.REFUSED, false, "Qdrant at %s %s.".formatted(url, what), e);
    }
}
