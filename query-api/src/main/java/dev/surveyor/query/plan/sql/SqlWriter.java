package dev.surveyor.query.plan.sql;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Query;
import java.util.List;

/** Writes plans in one dialect's SQL. */
public interface SqlWriter {

    /** As an edition names the dialect. */
    String dialect();

    String write(Query query, Lookup lookup);

    /** The writer of an edition's dialect. */
    static SqlWriter of(String dialect) {
        return List.<SqlWriter>of(new PostgresSql(), new SqliteSql()).stream()
                .filter(writer -> writer.dialect().equals(dialect))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No writer for dialect " + dialect));
    }
}
