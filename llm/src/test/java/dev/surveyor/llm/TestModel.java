package dev.surveyor.llm;

import dev.surveyor.llm.wire.HostLookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A model opened as the app does, but with its pauses noted down instead of waited. */
public final class TestModel implements AutoCloseable {

    public static final Clock NOON =
            Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);

    public static final MayLeave ALL_LOCALLY =
            new MayLeave(
                    MayLeave.Where.LOCAL, Set.of(), Set.of(Holds.NAMES, Holds.VALUES, Holds.ROWS));

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<ModelUse> uses = Collections.synchronizedList(new ArrayList<>());
    private final InMemoryLedger ledger = new InMemoryLedger(1_000);
    private final LanguageModels models;
    private final Bounds bounds;

    public TestModel(Map<String, ?> properties) {
        this(properties, HostLookup.SYSTEM);
    }

    public TestModel(Map<String, ?> properties, HostLookup lookup) {
        LlmSettings settings = settings(properties);
        Retries retries =
                new Retries(
                        settings.retries(),
                        settings.retryPause(),
                        () -> 0.5,
                        (length, cancellation) -> {
                            cancellation.check();
                            pauses.add(length);
                        });
        bounds = Bounds.of(settings, uses::add, nanos::get, retries);
        models = LanguageModels.open(settings, ledger, NOON, bounds, lookup);
    }

    public static LlmSettings settings(Map<String, ?> properties) {
        Map<String, Object> named = new HashMap<>();
        properties.forEach((name, value) -> named.put("surveyor.llm." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("surveyor.llm", LlmSettings.class);
    }

    public LanguageModel get() {
        return models.model();
    }

    /** A request about nothing of a connection's but names. */
    public ModelRequest request(String question) {
        return request(question, ALL_LOCALLY, Holds.NAMES);
    }

    public ModelRequest request(String question, MayLeave mayLeave, Holds... holds) {
        FilledPrompt prompt =
                Prompt.of("test", "version: 1\n--- system\nAnswer.\n--- user\n{{data question}}")
                        .fill(Map.of("question", question));
        return new ModelRequest(prompt, Set.of(holds), mayLeave, models.budget("u1"));
    }

    public Completion complete(String question) {
        return get().complete(request(question), new Cancellation());
    }

    public void passTime(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    public List<ModelUse> uses() {
        return List.copyOf(uses);
    }

    /** How many calls wait for a place. */
    int waiting() {
        return bounds.admission().waiting();
    }

    /** What the user of all these requests spent today. */
    public long spentToday() {
        return ledger.spend("u1", java.time.LocalDate.now(NOON), 0);
    }

    @Override
    public void close() {
        models.close();
    }
}
