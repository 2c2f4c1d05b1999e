package dev.surveyor.app.health;

import dev.surveyor.access.Beat;
import dev.surveyor.catalog.Condition;
import dev.surveyor.catalog.Dependency;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/**
 * Everything that this process depends on. Whoever asks is answered within two seconds from what
 * was seen in the last five; only the vital is looked at before the first beat, so that a start
 * waits for nothing else.
 */
@Component
public class Dependencies extends Beat {

    private static final Duration FIRST_AFTER = Duration.ofSeconds(4);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final SequencedMap<String, WatchedDependency> all = new LinkedHashMap<>();
    private volatile boolean awake;

    Dependencies(List<Dependency> dependencies) {
        super("dependencies", FIRST_AFTER, EVERY);
        dependencies.stream()
                .sorted(Comparator.comparing(Dependency::name))
                .forEach(each ->
                        all.put(
                                each.name(),
                                new WatchedDependency(each, PATIENCE, KEPT, System::nanoTime)));
    }

    /** How each is. */
    public Health health() {
        SequencedMap<String, Condition> conditions = new LinkedHashMap<>();
        all.values().stream().filter(this::isWanted).forEach(WatchedDependency::refresh);
        boolean vitalDown = false;
        for (Map.Entry<String, WatchedDependency> each : all.entrySet()) {
            WatchedDependency watched = each.getValue();
            Condition condition = isWanted(watched) ? now(watched) : watched.known();
            vitalDown |= watched.vital() && condition.state() == Condition.State.DOWN;
            conditions.put(each.getKey(), condition);
        }
        return Health.of(conditions, vitalDown);
    }

    /** Whether what nothing works without is there. */
    boolean vitalUp() {
        return all.values().stream()
                .filter(WatchedDependency::vital)
                .allMatch(each -> now(each).state() != Condition.State.DOWN);
    }

    SequencedMap<String, WatchedDependency> watched() {
        return all;
    }

    private boolean isWanted(WatchedDependency watched) {
        return awake || watched.vital();
    }

    private static Condition now(WatchedDependency watched) {
        try {
            return watched.now();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return watched.known();
        }
    }

    /** Keeps what metrics tell fresh, whether or not somebody asks. */
    @Override
    protected void beat() {
        awake = true;
        all.values().forEach(WatchedDependency::refresh);
    }
}
