package dev.surveyor.bench.functions;

import dev.surveyor.catalog.Policies;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a statement's text to the guard's verdict, beside reading the text alone. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class GuardFunctions {

    private static final String STATEMENT =
            """
            SELECT c.name, count(*) AS orders, sum(o.total) AS spent
              FROM customer c JOIN orders o ON o.customer_id = c.id
             WHERE o.placed >= '2026-01-01' AND c.city IN ('Ghent', 'Lyon')
             GROUP BY c.name HAVING sum(o.total) > 100 ORDER BY spent DESC LIMIT 20
            """;

    private Guard guard;

    /** A guard over two tables. */
    @Setup
    public void open() throws IOException, SQLException {
        Path file = Files.createTempFile("functions", ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, city TEXT)");
            statement.execute(
                    "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, placed TEXT, total REAL)");
        }
        try (SourceSession session =
                Sources.open(SourceAddress.ofFile("sqlite", file), SessionLimits.standard())) {
            StatementRules rules = session.statementRules();
            guard =
                    new Guard(
                            rules,
                            rules.judge(session.structure(), Policies.NONE, Map.of()),
                            GuardLimits.STANDARD);
        } finally {
            Files.delete(file);
        }
        if (!(guard.read(STATEMENT) instanceof Verdict.Accepted)) {
            throw new IllegalStateException("the guard refuses: " + guard.read(STATEMENT));
        }
    }

    /** Read, bound, checked, printed. */
    @Benchmark
    public Verdict verdict() {
        return guard.read(STATEMENT);
    }

    /** Read by another library and nothing else. */
    @Benchmark
    public Object parsedByLibrary() throws JSQLParserException {
        return CCJSqlParserUtil.parse(STATEMENT);
    }
}
