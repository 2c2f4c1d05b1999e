package dev.surveyor.sources.relations;

import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.Dialect;
import dev.surveyor.sources.ReadQuery;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.ValueProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the source itself: of some rows, how many values are no key of the other table. */
public final class SessionProbe implements ValueProbe {

    private static final int ROWS_MAX = 5_000;
    private static final int LOOKUPS_MAX = 20_000;

    /** In one statement: beyond some the server's planning costs what is saved in asking. */
    private static final int TOGETHER_MAX = 32;

    private static final Duration TIME_MAX = Duration.ofSeconds(3);

    private final SourceSession session;
    private int spent;
    private int together = TOGETHER_MAX;

    public SessionProbe(SourceSession session) {
        this.session = session;
    }

    /**
     * Some of them in one statement. Where that fails, or takes too long, each is asked for alone,
     * and fewer together from then on.
     */
    @Override
    public List<Optional<Overlap>> overlaps(List<LookUp> lookUps) {
        List<Optional<Overlap>> found = new ArrayList<>();
        while (found.size() < lookUps.size()) {
            int end = Math.min(lookUps.size(), found.size() + together);
            List<LookUp> some = lookUps.subList(found.size(), end);
            List<Optional<Overlap>> answers = some.size() == 1 ? List.of() : asked(some);
            if (answers.isEmpty()) {
                together = Math.max(1, some.size() == 1 ? together : together / 2);
                some.forEach(one -> found.addAll(alone(one)));
            } else {
                found.addAll(answers);
            }
        }
        return found;
    }

    private List<Optional<Overlap>> alone(LookUp lookUp) {
        List<Optional<Overlap>> answer = asked(List.of(lookUp));
        return answer.isEmpty() ? List.of(Optional.empty()) : answer;
    }

    /** Empty where they could not be looked up. */
    private List<Optional<Overlap>> asked(List<LookUp> lookUps) {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < lookUps.size(); i++) {
            queries.add(overlapQuery(i, lookUps.get(i)));
        }
        List<List<Long>> rows = numbers(String.join(" UNION ALL ", queries), lookUps.size());
        List<Optional<Overlap>> found =
                new ArrayList<>(Collections.nCopies(rows.size(), Optional.empty()));
        for (List<Long> row : rows) {
            found.set(
                    Math.toIntExact(row.getFirst()),
                    Optional.of(new Overlap(row.get(1), row.get(2), row.get(3))));
        }
        return found;
    }

    @Override
    public boolean unique(TableName table, List<String> columns) {
        String named = columns.stream().map(this::quoted).collect(Collectors.joining(", "));
        String sql =
                """
                SELECT (SELECT count(*) FROM (SELECT %1$s FROM %2$s LIMIT %3$d) r),
                       (SELECT count(*) FROM (SELECT DISTINCT * FROM (SELECT %1$s FROM %2$s LIMIT %3$d) r
                                               WHERE %4$s) d)
                """
                        .formatted(named, name(table), ROWS_MAX, notNull(columns));
        return numbers(sql, 1).stream().anyMatch(row -> row.get(0).equals(row.get(1)));
    }

    /** As many rows as there are look-ups in the query; none where it fails. */
    private List<List<Long>> numbers(String sql, int count) {
        if (spent + count > LOOKUPS_MAX) {
            return List.of();
        }
        spent += count;
        Rows found = new Rows();
        try {
            session.read(
                    new ReadQuery(
                            sql, List.of(), TIME_MAX, count, session.limits().bytesMax(), 100),
                    found);
        } catch (SourceException e) {
            if (e.code() == Code.CANCELLED || e.code() == Code.CONNECTION_LOST) {
                throw e;
            }
            return List.of();
        }
        return found.rows.size() < count ? List.of() : found.rows;
    }

    private String overlapQuery(int number, LookUp lookUp) {
        List<String> named = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < lookUp.columns().size(); i++) {
            named.add(quoted(lookUp.columns().get(i)) + " AS c" + i);
            equal.add(
                    compared("k." + quoted(lookUp.keyColumns().get(i)), lookUp.asText())
                            + " = "
                            + compared("v.c" + i, lookUp.asText()));
        }
        return """
        SELECT %d AS number, count(*),
               coalesce(sum(CASE WHEN EXISTS (SELECT 1 FROM %s k WHERE %s) THEN 0 ELSE 1 END), 0),
               (SELECT count(*) FROM (SELECT 1 AS one FROM %s LIMIT %d) o)
          FROM (SELECT DISTINCT * FROM (SELECT %s FROM %s WHERE %s LIMIT %d) r) v
        """
                .formatted(
                        number,
                        name(lookUp.keyTable()),
                        String.join(" AND ", equal),
                        name(lookUp.keyTable()),
                        ROWS_MAX,
                        String.join(", ", named),
                        name(lookUp.table()),
                        notNull(lookUp.columns()),
                        ROWS_MAX);
    }

    private static String compared(String expression, boolean asText) {
        return asText ? "CAST(" + expression + " AS varchar(100))" : expression;
    }

    private String notNull(List<String> columns) {
        return columns.stream()
                .map(column -> quoted(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }

    private String name(TableName table) {
        return quoted(table.schema()) + "." + quoted(table.name());
    }

    private String quoted(String identifier) {
        Dialect dialect = session.dialect();
        return dialect.quote(identifier);
    }

    private static final class Rows implements RowSink {

        private final List<List<Long>> rows = new ArrayList<>();

        @Override
        public void columns(List<ResultColumn> columns) {
            rows.clear();
        }

        @Override
        public boolean row(List<Cell> row) {
            rows.add(row.stream().map(cell -> Long.parseLong(cell.text())).toList());
            return true;
        }
    }
}
