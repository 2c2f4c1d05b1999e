package dev.surveyor.eval.guard;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.TableName;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Our own attempts and queries on a SQLite file. */
final class SqliteCorpus {

    private static final TableName MEMBERS = new TableName("main", "members");

    private static final Policies POLICIES =
            new Policies(
                    List.of("main"),
                    List.of(),
                    List.of(new TableName("main", "keys")),
                    List.of(new ColumnName(MEMBERS, "pin")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

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
            Path file = folder.resolve("library.db");
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(text("setup.sql"));
            }
            return run(file);
        } finally {
            Folders.delete(folder);
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream stream = SqliteCorpus.class.getResourceAsStream("sqlite/" + name)) {
            return new String(
                    Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Figures run(Path file) throws SQLException, IOException {
        List<Block> accepted = Corpus.blocks(text("must_accept.sql"));
        List<Block> refused = Corpus.blocks(text("must_reject.sql"));
        SessionLimits limits = SessionLimits.standard().withStatementTimeout(TIMEOUT);
        long right = 0;
        try (SourceSession session = Sources.open(SourceAddress.ofFile("sqlite", file), limits);
                Connection direct = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            StatementRules rules = session.statementRules();
            Guard guard =
                    new Guard(
                            rules,
                            rules.judge(session.structure(), POLICIES, Map.of()),
                            GuardLimits.STANDARD);
            for (Block block : accepted) {
                right += told(block, accepted(block, guard, session, direct));
            }
            for (Block block : refused) {
                right += told(block, refused(block, guard, session));
                session.reset();
            }
        }
        return new Figures(right, accepted.size() + (long) refused.size());
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
        return rows.rows.size() == theirs.size()
                ? ""
                : "gives " + rows.rows.size() + " rows for " + theirs.size();
    }

    private static List<String> rows(Connection direct, String sql) throws SQLException {
        try (Statement statement = direct.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(String.valueOf(result.getString(1)));
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

        private final List<List<Cell>> rows = new ArrayList<>();

        @Override
        public void columns(List<ResultColumn> columns) {
            if (columns.isEmpty()) {
                throw new EvaluationException("A result of SQLite has no columns.");
            }
        }

        @Override
        public boolean row(List<Cell> cells) {
            rows.add(cells);
            return true;
        }
    }
}
