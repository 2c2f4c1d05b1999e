package dev.surveyor.sources.guard.postgres;

import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import dev.surveyor.sources.SourceWork;
import dev.surveyor.sources.StatementRules;
import java.util.List;
import java.util.Map;

/** The rules of one PostgreSQL database. */
public final class PostgresRules implements StatementRules {

    private final Facts facts;

    private PostgresRules(Facts facts) {
        this.facts = facts;
    }

    /** Reads them in one transaction. */
    public static PostgresRules read(SourceWork work) {
        return new PostgresRules(
                work.transaction(
                        connection -> new FactReader(connection).read(SearchPath.of(connection))));
    }

    @Override
    public List<String> searchPath() {
        return facts.searchPath();
    }

    @Override
    public Judge judge(Structure known, Policies policies, Map<String, String> attributes) {
        return new PostgresJudge(facts, new Visibility(facts, known, policies, attributes));
    }
}
