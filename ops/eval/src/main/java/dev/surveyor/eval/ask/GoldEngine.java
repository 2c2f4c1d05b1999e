package dev.surveyor.eval.ask;

import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.Outcome;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.Question.Expectation;
import dev.surveyor.eval.questions.Question.Gold;
import org.jspecify.annotations.Nullable;

/** Answers every question with its gold: what this engine gets wrong the scorer gets wrong. */
record GoldEngine(Dialect dialect) implements ReferenceEngine {

    @Override
    public Outcome answer(Question question) {
        if (question.expectation() == Expectation.DECLINE) {
            return new Outcome.Declined("The gold is to decline.");
        }
        String sql = sqlOf(question.gold());
        return sql == null
                ? new Outcome.Answered("", question.gold().rows(), null)
                : Outcome.Answered.withSql(sql);
    }

    private @Nullable String sqlOf(Gold gold) {
        boolean other = dialect == Dialect.POSTGRES && gold.postgresSql() != null;
        return other ? gold.postgresSql() : gold.sql();
    }
}
