package dev.surveyor.query.plan.sql;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.query.Query;

/** PostgreSQL's. */
final class PostgresSql implements SqlWriter {

    @Override
    public String dialect() {
        return "postgresql";
    }

    @Override
    public String write(Query query, Lookup lookup) {
        return new SelectText(lookup, dialect(), new PostgresMeasures()) {
            @Override
            String table(TableFacts table) {
                return quote(table.name().schema()) + "." + quote(table.name().name());
            }

            @Override
            String like() {
                return "ILIKE";
            }
        }.query(query);
    }
}
