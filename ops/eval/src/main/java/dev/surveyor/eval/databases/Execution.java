package dev.surveyor.eval.databases;

import dev.surveyor.eval.equality.Rows;

/** What running a statement came to. */
public sealed interface Execution {

    /**
     * Rows came back.
     *
     * @param cut whether there were more rows than asked for
     */
    record Ran(Rows rows, boolean cut) implements Execution {}

    /** Nothing came back; the reason is a sentence. */
    record Broke(String reason) implements Execution {}
}
