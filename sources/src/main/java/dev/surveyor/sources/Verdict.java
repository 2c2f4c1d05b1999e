package dev.surveyor.sources;

import java.util.Set;

/** What the guard says of a statement: a value, whichever way it goes. */
public sealed interface Verdict {

    /**
     * It may run, as this text and no other.
     *
     * @param sql printed from the tree that was checked, policies laid over every table
     * @param withoutExplain the query in it, where it is an EXPLAIN; else the same
     * @param relations what it reads, as {@code schema.table}, views and what is in them
     */
    record Accepted(String sql, String withoutExplain, Set<String> relations) implements Verdict {

        public Accepted {
            relations = Set.copyOf(relations);
        }
    }

    record Refused(Refusal refusal) implements Verdict {}
}
