package dev.surveyor.query.source;

import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.plan.link.ValueLookup;
import dev.surveyor.sources.Dialect;
import dev.surveyor.sources.GuardedRun;
import dev.surveyor.sources.SourceException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks values up through the guard, as the asker: what is hidden or masked is not found. */
public final class SourceValues implements ValueLookup {

    private static final int TEXT_MAX = 200;

    private final AnswerSource source;
    private final Dialect dialect;
    private final Cancellation cancellation;

    public SourceValues(AnswerSource source, Dialect dialect, Cancellation cancellation) {
        this.source = source;
        this.dialect = dialect;
        this.cancellation = cancellation;
    }

    @Override
    public Optional<String> held(TableName table, String column, String text) {
        if (text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        RowCollector rows = new RowCollector(1);
        try {
            GuardedRun run = source.run(statement(table, column, text), rows, cancellation);
            return run instanceof GuardedRun.Ran && !rows.rows().isEmpty()
                    ? as(rows.rows().getFirst(), text)
                    : Optional.empty();
        } catch (SourceException | ConnectionsException slowOrGone) {
            // Not found in time is not found: the question goes on without this value.
            return Optional.empty();
        }
    }

    private String statement(TableName table, String column, String text) {
        String name = dialect.quote(column);
        return "SELECT "
                + name
                + " FROM "
                + dialect.quote(table.schema())
                + "."
                + dialect.quote(table.name())
                + " WHERE lower("
                + name
                + ") = '"
                + text.toLowerCase(Locale.ROOT).replace("'", "''")
                + "' LIMIT 1";
    }

    /** A mask in the place of the value tells nothing. */
    private static Optional<String> as(List<@Nullable Object> row, String text) {
        return row.getFirst() instanceof String held && held.equalsIgnoreCase(text)
                ? Optional.of(held)
                : Optional.empty();
    }
}
