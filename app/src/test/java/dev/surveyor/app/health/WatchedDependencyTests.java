package dev.surveyor.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.Condition;
import dev.surveyor.catalog.Condition.State;
import dev.surveyor.catalog.Dependency;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WatchedDependencyTests {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();

    private WatchedDependency watched(Supplier<Condition> look, Duration patience) {
        return new WatchedDependency(
                new Dependency() {
                    @Override
                    public String name() {
                        return "thing";
                    }

                    @Override
                    public Condition look() {
                        looks.incrementAndGet();
                        return look.get();
                    }
                },
                patience,
                Duration.ofSeconds(5),
                () -> System.nanoTime() + nanos.get());
    }

    @Test
    void manyWhoAskWithinFiveSecondsAreOneLook() throws Exception {
        WatchedDependency thing = watched(() -> Condition.up("Fine."), Duration.ofSeconds(20));
        for (int i = 0; i < 100; i++) {
            assertThat(thing.now()).isEqualTo(Condition.up("Fine."));
        }
        assertThat(looks).hasValue(1);
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        thing.now();
        assertThat(looks).hasValue(2);
    }

    @Test
    void oneThatHangsIsDownAfterThePatienceAndIsNotAskedAgainMeanwhile() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        WatchedDependency thing =
                watched(
                        () -> {
                            try {
                                hanging.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return Condition.up("At last.");
                        },
                        Duration.ofMillis(50));
        assertThat(thing.now().state()).isEqualTo(State.DOWN);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(thing.now().sentence()).contains("not answered for 60 s");
        assertThat(thing.known().state()).isEqualTo(State.DOWN);
        assertThat(looks).hasValue(1);
        hanging.countDown();
    }

    @Test
    void oneThatThrowsIsDownAndTellsNothingOfIt() throws Exception {
        WatchedDependency thing =
                watched(
                        () -> {
                            throw new IllegalStateException("host secret.example");
                        },
                        Duration.ofSeconds(20));
        assertThat(thing.now().state()).isEqualTo(State.DOWN);
        assertThat(thing.now().sentence()).doesNotContain("secret");
    }

    @Test
    void whatNobodyLookedAtIsUnknown() {
        WatchedDependency thing = watched(() -> Condition.up("Fine."), Duration.ofSeconds(20));
        assertThat(thing.known().state()).isEqualTo(State.UNKNOWN);
        assertThat(looks).hasValue(0);
    }

    @Test
    void onlyTheVitalTakesTheWholeDown() {
        SequencedMap<String, Condition> conditions = new LinkedHashMap<>();
        conditions.put("model", Condition.off("None is set."));
        assertThat(Health.of(conditions, false).whole()).isEqualTo(Health.Whole.UP);
        conditions.put("disk", Condition.degraded("Little room."));
        assertThat(Health.of(conditions, false).whole()).isEqualTo(Health.Whole.DEGRADED);
        conditions.put("index", Condition.down("Away."));
        assertThat(Health.of(conditions, false).whole()).isEqualTo(Health.Whole.DEGRADED);
        assertThat(Health.of(conditions, true).whole()).isEqualTo(Health.Whole.DOWN);
    }
}
