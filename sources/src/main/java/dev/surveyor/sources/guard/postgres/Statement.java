package dev.surveyor.sources.guard.postgres;

import java.util.List;

/** What may be run: a query, or an EXPLAIN of one. */
record Statement(boolean explain, List<Option> options, Query query, Position at) implements Node {

    /** An option of EXPLAIN, in words. */
    record Option(String name, String value) {}
}
