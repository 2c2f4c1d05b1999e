package dev.surveyor.eval;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a question's database.
 *
 * @param url JDBC address
 * @param schema the schema that is meant, where the database holds several
 */
public record Access(Dialect dialect, String url, @Nullable String schema) {

    public Access {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(url, "url");
    }
}
