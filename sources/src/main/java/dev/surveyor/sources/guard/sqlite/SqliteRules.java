package dev.surveyor.sources.guard.sqlite;

import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import dev.surveyor.sources.StatementRules;
import java.util.List;
import java.util.Map;

/** The rules of one SQLite file. */
public final class SqliteRules implements StatementRules {

    private final Structure structure;

    public SqliteRules(Structure structure) {
        this.structure = structure;
    }

    @Override
    public List<String> searchPath() {
        return List.of();
    }

    @Override
    public Judge judge(Policies policies, Map<String, String> attributes) {
        return new SqliteJudge(new SqliteTables(structure, policies, attributes));
    }
}
