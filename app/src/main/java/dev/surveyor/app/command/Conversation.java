package dev.surveyor.app.command;

import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.Answer;
import dev.surveyor.query.RunSink;
import java.util.List;

/**
 * Questions about one database, one after the other; each is understood with those before it. For
 * one thread; a cancellation may come from any.
 */
interface Conversation extends AutoCloseable {

    /** What people call the database. */
    String name();

    /**
     * Answers.
     *
     * @param events gets each step as it happens
     * @throws dev.surveyor.llm.LlmException when it was cancelled
     */
    Answer ask(String question, Asking asking, RunSink events, Cancellation cancellation);

    /**
     * Runs SQL that a person wrote, through the guard.
     *
     * @throws dev.surveyor.llm.LlmException when it was cancelled
     */
    Answer run(String sql, int rowsMax, Cancellation cancellation);

    /**
     * What there is to ask about.
     *
     * @param named a table, with its schema or without; empty: all of them
     */
    List<TableSketch> tables(String named);

    @Override
    void close();
}
