package dev.surveyor.eval;

import dev.surveyor.eval.equality.Rows;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came back to a question. */
public sealed interface Outcome {

    /**
     * SQL, which is run here where no rows come with it.
     *
     * @param rows what the asker was shown; scored instead of running the SQL
     * @param confidence between 0 and 1, where the engine gives one
     */
    record Answered(String sql, @Nullable Rows rows, @Nullable Double confidence)
            implements Outcome {

        public Answered {
            Objects.requireNonNull(sql, "sql");
            if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence is not in 0..1: " + confidence);
            }
        }

        public static Answered withSql(String sql) {
            return new Answered(sql, null, null);
        }
    }

    /** A question back to the asker. */
    record Clarified(String question) implements Outcome {

        public Clarified {
            Objects.requireNonNull(question, "question");
        }
    }

    /** An honest "cannot answer". */
    record Declined(String reason) implements Outcome {

        public Declined {
            Objects.requireNonNull(reason, "reason");
        }
    }

    record Failed(String reason) implements Outcome {

        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
