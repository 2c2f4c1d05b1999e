package dev.surveyor.eval.retrieval;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Shares between 0 and 1 over some of a run's questions. */
record RetrievalTally(
        int questions,
        OptionalDouble databaseFirst,
        OptionalDouble databaseEarly,
        OptionalDouble recallFirst,
        OptionalDouble recallAll,
        OptionalDouble allFirst,
        int failed) {

    static final int DATABASES_EARLY = 3;

    static RetrievalTally of(Collection<Search> searches) {
        return new RetrievalTally(
                searches.size(),
                mean(searches, search -> search.databaseFirst(1) ? 1 : 0),
                mean(searches, search -> search.databaseFirst(DATABASES_EARLY) ? 1 : 0),
                mean(searches, search -> search.recall(Search.TABLES_FIRST)),
                mean(searches, search -> search.recall(Search.TABLES_MAX)),
                mean(searches, search -> search.allFirst() ? 1 : 0),
                (int) searches.stream().filter(search -> search.failure() != null).count());
    }

    private static OptionalDouble mean(
            Collection<Search> searches, ToDoubleFunction<Search> figure) {
        return searches.stream().mapToDouble(figure).average();
    }
}
