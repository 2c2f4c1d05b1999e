package dev.surveyor.embeddings.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingException.Code;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTests {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();

    private Callable<String> work(String text) {
        return () -> {
            begun.countDown();
            goOn.await();
            done.add(text);
            return text;
        };
    }

    private static void untilWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private Thread started(Runnable work) {
        return Thread.ofPlatform().start(work);
    }

    @Test
    void whoBringsMoreThanTheQueueHoldsWaits() throws Exception {
        List<Integer> texts = IntStream.range(0, 6).boxed().toList();
        List<Integer> handedOver = new CopyOnWriteArrayList<>();
        try (Workers workers = new Workers(1, 2)) {
            Thread bringing =
                    started(() ->
                            workers.passages(
                                    texts,
                                    text -> {
                                        handedOver.add(text);
                                        return work("passage" + text);
                                    }));
            begun.await();
            untilWaiting(bringing);
            assertThat(handedOver).as("as many as there is room for").hasSize(2);
            goOn.countDown();
            bringing.join();
            assertThat(done).hasSize(6);
        }
    }

    @Test
    void aQuestionGoesBeforeThePassagesThatWait() throws Exception {
        try (Workers workers = new Workers(1, 10)) {
            Thread bringing =
                    started(() ->
                            workers.passages(List.of("first", "second", "third"), this::work));
            begun.await();
            untilWaiting(bringing);
            Thread asking = started(() -> workers.question(work("question")));
            untilWaiting(asking);
            goOn.countDown();
            bringing.join();
            asking.join();
            assertThat(done).containsExactly("first", "question", "second", "third");
        }
    }

    @Test
    void closingFinishesWhatIsUnderWayAndGivesUpWhatWaits() throws Exception {
        Workers workers = new Workers(1, 10);
        try (ExecutorService askers = Executors.newFixedThreadPool(2)) {
            Future<String> underWay = askers.submit(() -> workers.question(work("under way")));
            begun.await();
            List<Thread> waiting = new CopyOnWriteArrayList<>();
            Future<String> late =
                    askers.submit(() -> {
                        waiting.add(Thread.currentThread());
                        return workers.question(work("late"));
                    });
            while (waiting.isEmpty()) {
                Thread.onSpinWait();
            }
            untilWaiting(waiting.getFirst());
            Thread closing = started(workers::close);
            assertThatThrownBy(late::get)
                    .hasCauseInstanceOf(EmbeddingException.class)
                    .cause()
                    .extracting(e -> ((EmbeddingException) e).code())
                    .isEqualTo(Code.STOPPED);
            goOn.countDown();
            closing.join();
            assertThat(underWay.get()).isEqualTo("under way");
            assertThat(done).containsExactly("under way");
        }
    }
}
