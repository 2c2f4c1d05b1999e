package dev.surveyor.llm;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A provider within our bounds: what may leave, who pays, how many at a time, how long, how often,
 * and what comes of it is told to whoever counts.
 */
final class BoundedModel implements LanguageModel, AutoCloseable {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);

    private final ModelName name;
    private final LlmSettings settings;
    private final Opened endpoint;
    private final Bounds bounds;
    private final RememberedAvailability availability;

    /**
     * @param opening opens the provider with the first use
     */
    BoundedModel(
            ModelName name, LlmSettings settings, Supplier<ModelEndpoint> opening, Bounds bounds) {
        this.name = name;
        this.settings = settings;
        this.endpoint = new Opened(opening);
        this.bounds = bounds;
        this.availability =
                new RememberedAvailability(
                        settings.availabilityKept(), bounds.nanoTime(), this::probe);
    }

    @Override
    public ModelName name() {
        return name;
    }

    @Override
    public Availability availability() {
        return availability.get();
    }

    /** Whether it failed so often that it is not asked for a while. */
    boolean leftAlone() {
        return bounds.circuit().resting();
    }

    private Availability probe() {
        Cancellation cancellation = new Cancellation();
        try (Cancellation.Hook _ =
                bounds.deadlines().after(PROBE_TIMEOUT, cancellation, timedOut(PROBE_TIMEOUT))) {
            return endpoint.get().probe(cancellation);
        } catch (LlmException e) {
            return Availability.not(e.getMessage());
        }
    }

    @Override
    public Completion complete(ModelRequest request, Cancellation cancellation) {
        return call(request, cancellation, call -> call.ask(request.prompt(), null, null));
    }

    @Override
    public JsonCompletion completeTo(
            JsonSchema schema, ModelRequest request, Cancellation cancellation) {
        return call(request, cancellation, call -> structured(schema, request, call));
    }

    private static JsonCompletion structured(JsonSchema schema, ModelRequest request, Call call)
            throws InterruptedException {
        Completion first = call.ask(request.prompt(), schema, null);
        try {
            return new JsonCompletion(schema.fit(first.text()), false, call.usage());
        } catch (JsonSchema.MisfitException misfit) {
            FilledPrompt again =
                    request.prompt()
                            .plus(
                                    new Message(Message.Role.ASSISTANT, first.text()),
                                    new Message(Message.Role.USER, Reasking.text(misfit, schema)));
            return second(schema, call, call.ask(again, schema, null));
        }
    }

    private static JsonCompletion second(JsonSchema schema, Call call, Completion answer) {
        try {
            return new JsonCompletion(schema.fit(answer.text()), true, call.usage());
        } catch (JsonSchema.MisfitException misfit) {
            throw new LlmException(
                    LlmException.Code.MALFORMED,
                    false,
                    "The language model twice gave an answer of another form than it was asked for:"
                            + " ask again, or set a larger model with surveyor.llm.model.",
                    null);
        }
    }

    @Override
    public Completion stream(ModelRequest request, TokenSink sink, Cancellation cancellation) {
        return call(request, cancellation, call -> call.ask(request.prompt(), null, sink));
    }

    /** What is done within one call. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Call call) throws InterruptedException;
    }

    private <T> T call(ModelRequest request, Cancellation cancellation, Work<T> work) {
        long begun = bounds.nanoTime().getAsLong();
        Call call = null;
        LlmException.Code failure = LlmException.Code.CANCELLED;
        try {
            requireAllowed(request);
            try (Cancellation.Child child = cancellation.child()) {
                call = new Call(request, settings, endpoint.get(), bounds, child.cancellation());
                T answer = admitted(call, work);
                failure = null;
                return answer;
            }
        } catch (LlmException e) {
            failure = e.code();
            if (failure == LlmException.Code.UNREACHABLE) {
                availability.forget();
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LlmException(
                    LlmException.Code.CANCELLED, false, "The question was cancelled.", e);
        } finally {
            tell(request, call, begun, failure);
        }
    }

    private <T> T admitted(Call call, Work<T> work) throws InterruptedException {
        long asked = bounds.nanoTime().getAsLong();
        try (Admission.Place _ = bounds.admission().enter(call.cancellation())) {
            call.waited(Duration.ofNanos(bounds.nanoTime().getAsLong() - asked));
            try (Cancellation.Hook _ =
                    bounds.deadlines()
                            .after(
                                    settings.timeout(),
                                    call.cancellation(),
                                    timedOut(settings.timeout()))) {
                return work.with(call);
            }
        }
    }

    /** Before anything is waited for or sent. */
    private void requireAllowed(ModelRequest request) {
        if (settings.provider() == LlmSettings.Provider.AUTO
                || settings.provider() == LlmSettings.Provider.NONE) {
            Availability there = availability.get();
            if (!there.ready()) {
                throw new LlmException(
                        LlmException.Code.NOT_CONFIGURED, false, there.sentence(), null);
            }
        }
        request.mayLeave().require(name, request.holds());
        endpoint.get().requireReach(request.mayLeave().localOnly());
        if (request.prompt().characters() > settings.promptCharactersMax()
                || request.prompt().tokens() >= settings.contextTokens()) {
            throw new LlmException(
                    LlmException.Code.TOO_LONG,
                    false,
                    "The question and what belongs to it are longer than the language model takes:"
                            + " ask for less, or raise surveyor.llm.context-tokens.",
                    null);
        }
    }

    private void tell(
            ModelRequest request,
            @Nullable Call call,
            long begun,
            LlmException.@Nullable Code failure) {
        FilledPrompt prompt = request.prompt();
        bounds.listener()
                .used(
                        new ModelUse(
                                name,
                                prompt.name(),
                                prompt.version(),
                                prompt.hash(),
                                call == null ? Usage.NONE : call.usage(),
                                call == null ? 0 : call.exchanges(),
                                call == null ? Duration.ZERO : call.waited(),
                                Duration.ofNanos(bounds.nanoTime().getAsLong() - begun),
                                failure));
    }

    static LlmException timedOut(Duration limit) {
        return new LlmException(
                LlmException.Code.TIMED_OUT,
                true,
                "The language model did not answer within %d s: ask again, or raise its time-outs"
                                .formatted(Math.max(1, limit.toSeconds()))
                        + " (surveyor.llm.timeout, surveyor.llm.first-token-timeout).",
                null);
    }

    @Override
    public void close() {
        endpoint.close();
        bounds.close();
    }
}
