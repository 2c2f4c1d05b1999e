package dev.surveyor.sources.guard.sqlite;

import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import dev.surveyor.sources.StatementRules;
import java.util.List;
import java.util.Map;

/** The rules of a SQLite file: everything but its tables is the same in all of them. */
public final class SqliteRules implements StatementRules {

    @Override
    public List<String> searchPath() {
        return List.of();
    }

    @Override
    public Judge judge(Structure known, Policies policies, Map<String, String> attributes) {
        return new SqliteJudge(new SqliteTables(known, policies, attributes));
    }
}
