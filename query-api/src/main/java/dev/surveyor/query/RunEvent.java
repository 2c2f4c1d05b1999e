package dev.surveyor.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens on the way to an answer, for those who watch. */
public sealed interface RunEvent {

    /** Names of events on the wire. */
    default String eventName() {
        return switch (this) {
            case Session _ -> "session";
            case Understanding _ -> "understanding";
            case Retrieval _ -> "retrieval";
            case Tool _ -> "tool";
            case Sql _ -> "sql";
            case Rows _ -> "rows";
            case Token _ -> "token";
            case Complete _ -> "complete";
            case Failed _ -> "error";
        };
    }

    /** It began. */
    record Session(@Nullable UUID sessionId, UUID runId) implements RunEvent {}

    /**
     * What sort of question it is.
     *
     * @param kind {@code greeting}, {@code about-the-data}, {@code question} or {@code follow-up}
     * @param question as it is understood, with what it takes over from before
     */
    record Understanding(String kind, String question) implements RunEvent {}

    /** Which tables it may be about, the likeliest first. */
    record Retrieval(List<String> tables) implements RunEvent {
        public Retrieval {
            tables = List.copyOf(tables);
        }
    }

    /** Something is asked for help. */
    record Tool(String name, String message) implements RunEvent {}

    /**
     * A statement is about to run; rows that came before are void.
     *
     * @param engine that wrote it
     * @param round counts from 1 the statements of this engine
     */
    record Sql(String engine, String sql, int round) implements RunEvent {}

    /** Some rows of the statement; its columns with the first of them. */
    record Rows(@Nullable List<AnswerColumn> columns, List<List<@Nullable Object>> rows)
            implements RunEvent {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** A piece of what the language model says. */
    record Token(String text) implements RunEvent {}

    /** It is over, and this is the answer. */
    record Complete(Answer answer, List<AnswerStep> workflow) implements RunEvent {
        public Complete {
            workflow = List.copyOf(workflow);
        }
    }

    /** It is over without one. */
    record Failed(String code, String message) implements RunEvent {}

    /** Whether nothing comes after it. */
    default boolean last() {
        return this instanceof Complete || this instanceof Failed;
    }
}
