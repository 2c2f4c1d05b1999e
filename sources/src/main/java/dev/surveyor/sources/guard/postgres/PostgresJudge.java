package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.StatementRules.Judge;
import dev.surveyor.sources.Verdict;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.Refusing;
import java.util.Optional;

/** Reads, checks, binds and prints. */
final class PostgresJudge implements Judge {

    private final Rules rules;

    PostgresJudge(Facts facts, Visibility visibility) {
        this.rules = new Rules(facts, visibility);
    }

    @Override
    public Verdict verdict(String sql) {
        try {
            return accepted(Parser.statement(sql));
        } catch (Refusing e) {
            return new Verdict.Refused(e.refusal());
        }
    }

    private Verdict accepted(Statement statement) {
        Binder binder = new Binder(rules, 0);
        binder.query(statement.query(), null, null);
        if (statement.explain() && binder.restricted) {
            throw Refusals.of(
                    GuardRule.EXPLAIN,
                    "The plan of a table that is filtered or masked tells of what is not seen",
                    statement.at().offset(),
                    "EXPLAIN of tables that may be seen as they are");
        }
        return new Verdict.Accepted(
                Printer.print(statement, binder.decided),
                Printer.print(statement.query(), binder.decided),
                binder.relations);
    }

    @Override
    public Optional<Refusal> refused(Verdict.Accepted accepted, String plan, GuardLimits limits) {
        return new PlanGate(rules.facts(), accepted.relations(), limits).refused(plan);
    }
}
