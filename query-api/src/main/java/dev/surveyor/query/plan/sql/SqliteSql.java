package dev.surveyor.query.plan.sql;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.query.Query;

/** SQLite's. */
final class SqliteSql implements SqlWriter {

    @Override
    public String dialect() {
        return "sqlite";
    }

    @Override
    public String write(Query query, Lookup lookup) {
        return new SelectText(lookup, dialect(), new SqliteMeasures()) {
            @Override
            String table(TableFacts table) {
                return quote(table.name().name());
            }

            @Override
            String like() {
                return "LIKE";
            }
        }.query(query);
    }
}
