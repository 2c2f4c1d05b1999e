package dev.surveyor.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One call under way: as many exchanges as it takes, each paid for. */
final class Call {

    private final ModelRequest request;
    private final LlmSettings settings;
    private final ModelEndpoint endpoint;
    private final Bounds bounds;
    private final Cancellation cancellation;
    private Usage usage = Usage.NONE;
    private Duration waited = Duration.ZERO;
    private int exchanges;

    Call(
            ModelRequest request,
            LlmSettings settings,
            ModelEndpoint endpoint,
            Bounds bounds,
            Cancellation cancellation) {
        this.request = request;
        this.settings = settings;
        this.endpoint = endpoint;
        this.bounds = bounds;
        this.cancellation = cancellation;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    Usage usage() {
        return usage;
    }

    int exchanges() {
        return exchanges;
    }

    Duration waited() {
        return waited;
    }

    void waited(Duration time) {
        waited = time;
    }

    /** Asks until there is an answer, or it is not worth asking again. */
    Completion ask(FilledPrompt prompt, @Nullable JsonSchema schema, @Nullable TokenSink sink)
            throws InterruptedException {
        for (int tried = 1; ; tried++) {
            Handed handed = sink == null ? null : new Handed(sink);
            try {
                return once(prompt, schema, handed);
            } catch (LlmException e) {
                boolean begun = handed != null && handed.any();
                if (begun || !bounds.retries().again(e, tried)) {
                    throw e;
                }
                bounds.retries().pause(e, tried, cancellation);
            }
        }
    }

    private Completion once(
            FilledPrompt prompt, @Nullable JsonSchema schema, @Nullable Handed handed) {
        cancellation.check();
        bounds.circuit().require();
        int promptTokens = prompt.tokens();
        int answerTokensMax =
                Math.min(
                        request.answerTokensMax() == 0
                                ? settings.maxTokens()
                                : Math.min(request.answerTokensMax(), settings.maxTokens()),
                        Math.max(1, settings.contextTokens() - promptTokens));
        Budget.Taken taken = request.budget().take(promptTokens, answerTokensMax);
        Usage cost = Usage.NONE;
        try {
            exchanges++;
            Completion answer =
                    exchange(
                            new Exchange(
                                    prompt.messages(),
                                    schema,
                                    request.temperature() == null
                                            ? settings.temperature()
                                            : request.temperature(),
                                    taken.answerTokens(),
                                    request.mayLeave().localOnly(),
                                    handed),
                            handed);
            cost = counted(answer, promptTokens);
            bounds.circuit().succeeded();
            return answer;
        } catch (LlmException e) {
            cost = lost(e, promptTokens, handed);
            remember(e);
            throw e;
        } catch (RuntimeException e) {
            // The reader wanted no more: what it had was worked for.
            cost = begun(promptTokens, handed);
            throw e;
        } finally {
            request.budget().settle(taken, cost.total());
            usage = usage.plus(cost);
        }
    }

    /** A stream's first piece must come sooner than its last. */
    private Completion exchange(Exchange exchange, @Nullable Handed handed) {
        if (handed == null) {
            return endpoint.ask(exchange, cancellation);
        }
        try (Cancellation.Hook first =
                bounds.deadlines()
                        .after(
                                settings.firstTokenTimeout(),
                                cancellation,
                                BoundedModel.timedOut(settings.firstTokenTimeout()))) {
            handed.onFirst(first::close);
            return endpoint.ask(exchange, cancellation);
        }
    }

    private static Usage counted(Completion answer, int promptTokens) {
        Usage said = answer.usage();
        return said.total() > 0
                ? said
                : new Usage(promptTokens, TokenEstimate.tokens(answer.text()), true);
    }

    /** What failed may have been worked on: it counts from the moment that somebody listened. */
    private static Usage lost(LlmException failure, int promptTokens, @Nullable Handed handed) {
        return switch (failure.code()) {
            case TIMED_OUT, CUT_OFF, CANCELLED, MALFORMED -> begun(promptTokens, handed);
            case NOT_CONFIGURED,
                    UNREACHABLE,
                    BUSY,
                    OVERLOADED,
                    PROVIDER_FAILED,
                    REFUSED,
                    KEY_REFUSED,
                    MODEL_MISSING,
                    TOO_LONG,
                    NOT_ALLOWED,
                    OVER_BUDGET,
                    STOPPED ->
                    Usage.NONE;
        };
    }

    private static Usage begun(int promptTokens, @Nullable Handed handed) {
        return new Usage(promptTokens, handed == null ? 0 : handed.tokens(), true);
    }

    private void remember(LlmException failure) {
        switch (failure.code()) {
            case UNREACHABLE, TIMED_OUT, OVERLOADED, PROVIDER_FAILED, CUT_OFF ->
                    bounds.circuit().failed();
            case REFUSED, KEY_REFUSED, MODEL_MISSING, TOO_LONG, MALFORMED ->
                    bounds.circuit().succeeded();
            case NOT_CONFIGURED, BUSY, CANCELLED, NOT_ALLOWED, OVER_BUDGET, STOPPED -> {
                // Says nothing about the provider.
            }
        }
    }

    /** Hands pieces on and remembers that there were any. */
    private static final class Handed implements TokenSink {

        private final TokenSink sink;
        private @Nullable Runnable first;
        private int tokens;
        private boolean any;

        Handed(TokenSink sink) {
            this.sink = sink;
        }

        void onFirst(Runnable action) {
            first = action;
        }

        boolean any() {
            return any;
        }

        int tokens() {
            return tokens;
        }

        @Override
        public void accept(String piece) {
            if (!any && first != null) {
                first.run();
            }
            any = true;
            tokens += TokenEstimate.tokens(piece);
            sink.accept(piece);
        }
    }
}
