package dev.surveyor.llm;

/**
 * One provider, asked once at a time a thread: no retries, no limits of ours, no second thoughts.
 * What implements it is a room of its own; {@code LanguageModelContract} says what it must do.
 */
public interface ModelEndpoint extends AutoCloseable {

    /**
     * Looks the provider's address up and says whether text may go there.
     *
     * @throws LlmException when it may not, or there is no such address
     */
    void requireReach(boolean localOnly);

    /** Asks the provider, cheaply, whether it would answer; never throws. */
    Availability probe(Cancellation cancellation);

    /**
     * Asks once.
     *
     * @throws LlmException when there is no whole answer
     */
    Completion ask(Exchange exchange, Cancellation cancellation);

    /** Ends what is under way. */
    @Override
    void close();
}
