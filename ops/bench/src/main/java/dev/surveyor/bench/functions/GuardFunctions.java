package dev.surveyor.bench.functions;

import dev.surveyor.bench.night.SourceServer;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Secret;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static final String DATABASE = "functions";

    private Guard guard;

    /** A guard over two tables of PostgreSQL; the server has told all that it needs to. */
    @Setup
    public void open() throws IOException {
        Path folder = Files.createTempDirectory("functions");
        try (SourceServer server =
                SourceServer.start(folder, new PrintStream(OutputStream.nullOutputStream()))) {
            server.database(
                    DATABASE,
                    List.of(
                            "CREATE TABLE customer (id integer PRIMARY KEY, name text, city text)",
                            "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer, placed date, total numeric)"));
            guard = guard(server.port());
        } finally {
            ScratchFolder.delete(folder);
        }
        if (!(guard.read(STATEMENT) instanceof Verdict.Accepted)) {
            throw new IllegalStateException("the guard refuses: " + guard.read(STATEMENT));
        }
    }

    private static Guard guard(int port) {
        SourceAddress address =
                SourceAddress.ofServer(
                        "postgresql",
                        "127.0.0.1",
                        port,
                        DATABASE,
                        SourceServer.READER,
                        new Secret(SourceServer.READER));
        try (SourceSession session = Sources.open(address, SessionLimits.standard())) {
            StatementRules rules = session.statementRules();
            return new Guard(
                    rules,
                    rules.judge(session.structure(), Policies.NONE, Map.of()),
                    GuardLimits.STANDARD);
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
