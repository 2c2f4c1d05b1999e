package dev.surveyor.app.health;

import dev.surveyor.catalog.Condition;
import dev.surveyor.catalog.Dependency;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One dependency, looked at once at a time on a thread of its own. What was seen is kept for a
 * while; a look that hangs is waited for once, not by everybody who asks, and is not begun anew.
 */
final class WatchedDependency {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedDependency.class);
    private static final Condition NOT_YET =
            new Condition(Condition.State.UNKNOWN, "Nobody looked yet: ask again in a moment.");

    private final Dependency dependency;
    private final Duration patience;
    private final Duration kept;
    private final LongSupplier nanoTime;
    private @Nullable CompletableFuture<Condition> underWay;
    private long begun;
    private @Nullable Condition last;
    private long ended;

    /**
     * @param patience how long a look is waited for
     * @param kept how long what was seen counts as so
     */
    WatchedDependency(
            Dependency dependency, Duration patience, Duration kept, LongSupplier nanoTime) {
        this.dependency = dependency;
        this.patience = patience;
        this.kept = kept;
        this.nanoTime = nanoTime;
    }

    boolean vital() {
        return dependency.vital();
    }

    /** Looks in the background where what is known is old. */
    synchronized void refresh() {
        if (underWay == null && (last == null || nanoTime.getAsLong() - ended > kept.toNanos())) {
            CompletableFuture<Condition> look = new CompletableFuture<>();
            underWay = look;
            begun = nanoTime.getAsLong();
            Thread.ofVirtual()
                    .name("look-" + dependency.name())
                    .start(() -> look.complete(seen(look())));
        }
    }

    private Condition look() {
        try {
            return dependency.look();
        } catch (RuntimeException | Error e) {
            LOG.warn("Looking at the {} failed", dependency.name(), e);
            return Condition.down("It could not be looked at: the log tells why.");
        }
    }

    private synchronized Condition seen(Condition condition) {
        Condition before = last;
        last = condition;
        ended = nanoTime.getAsLong();
        underWay = null;
        tellChange(before, condition);
        return condition;
    }

    private void tellChange(@Nullable Condition before, Condition now) {
        boolean troubled = now.state().troubled();
        if (troubled && (before == null || before.state() != now.state())) {
            LOG.warn("The {} is {}: {}", dependency.name(), now.state(), now.sentence());
        } else if (!troubled && before != null && before.state().troubled()) {
            LOG.info("The {} is {} again", dependency.name(), now.state());
        }
    }

    /** As it is, or was a moment ago; returns within the patience whatever happens. */
    Condition now() throws InterruptedException {
        refresh();
        CompletableFuture<Condition> look;
        long left;
        synchronized (this) {
            look = underWay;
            left = begun + patience.toNanos() - nanoTime.getAsLong();
        }
        if (look == null) {
            return known();
        }
        try {
            return look.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return known();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it was when somebody looked last; asks and waits for nobody. */
    synchronized Condition known() {
        if (underWay != null && nanoTime.getAsLong() - begun >= patience.toNanos()) {
            return Condition.down(
                    "It has not answered for %d s: see whether it hangs, and the way to it."
                            .formatted(Duration.ofNanos(nanoTime.getAsLong() - begun).toSeconds()));
        }
        return last == null ? NOT_YET : last;
    }
}
