package dev.surveyor.eval.guard;

import dev.surveyor.catalog.Policies;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.guard.Corpus.Block;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.GuardedRun;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.StatementRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Our own attempts and queries on a SQLite file. */
final class SqliteCorpus {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT_OVER = Duration.ofSeconds(4);

    private final PrintWriter out;

    SqliteCorpus(PrintWriter out) {
        this.out = out;
    }

    /** How many statements went as they should. */
    record Figures(long right, long total) {}

    Figures run() throws SQLException, IOException {
        Path folder = Files.createTempDirectory("surveyor-eval-sqlite");
        try {
            Path file = made(folder.resolve("library.db"), "setup.sql");
            Path filtered = made(folder.resolve("filtered.db"), "setup.sql", "filtered.sql");
            return run(file, filtered);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Path made(Path file, String... scripts) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.executeUpdate(text(script));
            }
        }
        return file;
    }

    private static String text(String name) throws IOException {
        try (InputStream stream = SqliteCorpus.class.getResourceAsStream("sqlite/" + name)) {
            return new String(
                    Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Figures run(Path file, Path filtered) throws SQLException, IOException {
        List<Block> accepted = Corpus.blocks(text("must_accept.sql"));
        List<Block> refused = Corpus.blocks(text("must_reject.sql"));
        SourceAddress address = SourceAddress.ofFile("sqlite", file);
        SessionLimits limits = SessionLimits.standard().withStatementTimeout(TIMEOUT);
        SourceSession session = Sources.open(address, limits);
        long right = 0;
        try (Connection direct = DriverManager.getConnection("jdbc:sqlite:" + file);
                Connection views = DriverManager.getConnection("jdbc:sqlite:" + filtered)) {
            Guard plain = guard(session, SqlitePolicies.PLAIN, Map.of());
            Guard restricted = guard(session, SqlitePolicies.RESTRICTED, SqlitePolicies.ASKER);
            for (Block block : accepted) {
                right += told(block, accepted(block, plain, session, direct));
                right += told(block, accepted(block, restricted, session, views));
            }
            for (Block block : refused) {
                right += told(block, refused(block, plain, session));
                if (!session.usable()) {
                    session.close();
                    session = Sources.open(address, limits);
                }
                session.reset();
            }
        } finally {
            session.close();
        }
        return new Figures(right, 2L * accepted.size() + refused.size());
    }

    private static Guard guard(
            SourceSession session, Policies policies, Map<String, String> attributes) {
        StatementRules rules = session.statementRules();
        return new Guard(
                rules,
                rules.judge(session.structure(), policies, attributes),
                GuardLimits.STANDARD);
    }

    private int told(Block block, String problem) {
        if (!problem.isEmpty()) {
            out.println("  " + block.id() + " " + problem);
        }
        return problem.isEmpty() ? 1 : 0;
    }

    private static String accepted(
            Block block, Guard guard, SourceSession session, Connection direct)
            throws SQLException {
        Collected rows = new Collected();
        try {
            if (guard.run(block.sql(), session, rows)
                    instanceof GuardedRun.Refused(Refusal refusal)) {
                return "was refused: " + refusal.sentence();
            }
        } catch (SourceException e) {
            return "did not run: " + e.getMessage();
        }
        List<String> theirs = rows(direct, block.sql());
        return rows.lines.equals(theirs) ? "" : "gives " + rows.lines + " for " + theirs;
    }

    private static List<String> rows(Connection direct, String sql) throws SQLException {
        try (Statement statement = direct.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(
                            result.getObject(i) instanceof byte[] bytes
                                    ? HexFormat.of().formatHex(bytes)
                                    : String.valueOf(result.getString(i)));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    private static String refused(Block block, Guard guard, SourceSession session) {
        long begin = System.nanoTime();
        try {
            Collected rows = new Collected();
            return switch (guard.run(block.sql(), session, rows)) {
                case GuardedRun.Refused _ -> "";
                case GuardedRun.Ran _ -> "was accepted";
            };
        } catch (SourceException e) {
            boolean bounded =
                    System.nanoTime() - begin < TIMEOUT_OVER.toNanos()
                            && (block.want().equals("bound")
                                    || e.code() == SourceException.Code.UNKNOWN_OBJECT
                                    || e.code() == SourceException.Code.BAD_SQL);
            return bounded ? "" : "was not refused: " + e.code() + " " + e.getMessage();
        }
    }

    private static final class Collected implements RowSink {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void columns(List<ResultColumn> columns) {
            if (columns.isEmpty()) {
                throw new EvaluationException("A result of SQLite has no columns.");
            }
        }

        @Override
        public boolean row(List<Cell> cells) {
            lines.add(
                    cells.stream()
                            .map(cell -> cell.kind() == Cell.Kind.NULL ? "null" : cell.text())
                            .toList()
                            .toString());
            return true;
        }
    }
}
