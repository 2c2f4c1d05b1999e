package dev.surveyor.eval.guard;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.Policies;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Measurement;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.guard.Corpus.Block;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.StatementRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Attempts and legitimate queries, against a real server and with real roles. */
@Command(
        name = "guard",
        header = "Tries the guard with attempts and with legitimate queries.",
        description =
                "%nMakes the database that the corpus's policy.json names, runs its setup.sql, asks"
                        + " as its select-only role, its owner and the superuser, and drops what it"
                        + " made.%n",
        footer = {
            "",
            "Examples:",
            "  surveyor eval guard                          our own corpus, a throw-away server",
            "  surveyor eval guard --corpus DIR --url postgresql://postgres:…@127.0.0.1/postgres",
            "",
            "RESULT: rejected, bounded, accepted, policy_equal, sqlite_right: each of its _total."
        })
public final class GuardMeasurement implements Measurement {

    private static final Pattern NAMES_A_SCHEMA = Pattern.compile("(?i)\"?\\b(%s)\"?\\s*\\.");

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description =
                    "Folder with setup.sql, policy.json, policy_rows.json, postgres_must_accept.sql,"
                            + " postgres_must_reject.sql (default: our own).")
    private @Nullable Path corpusFolder;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Address of a server's superuser: postgresql://USER:PASSWORD@HOST:PORT/DATABASE"
                            + " (default: a throw-away server).")
    private @Nullable String url;

    @Option(
            names = "--replace",
            description = "Drop a database of the same name first, with all that is in it.")
    private boolean replace;

    @Override
    public ResultLine call() {
        Corpus corpus = new Corpus(corpusFolder);
        try {
            if (url != null) {
                return measure(corpus, AdministratorAddress.parse(url));
            }
            try (ThrowAwayServer server = ThrowAwayServer.start()) {
                return measure(corpus, server.administrator());
            }
        } catch (SQLException | IOException | SourceException | CatalogException e) {
            throw new EvaluationException("The guard could not be tried: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvaluationException("Interrupted.", e);
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private ResultLine measure(Corpus corpus, SourceAddress administrator)
            throws SQLException, IOException, InterruptedException {
        Stages stages = new Stages(out());
        PolicyFiles policy = PolicyFiles.of(corpus);
        List<Block> attempts = corpus.refused();
        List<Block> rejects = attempts.stream().filter(b -> b.want().equals("reject")).toList();
        List<Block> bounds = attempts.stream().filter(b -> b.want().equals("bound")).toList();
        List<Block> accepts = corpus.accepted();
        try (GuardedDatabase database =
                GuardedDatabase.create(administrator, policy, corpus.text("setup.sql"), replace)) {
            SourceAddress reader = database.address(policy.login("readOnly"));
            List<SourceAddress> roles =
                    List.of(
                            reader,
                            database.address(policy.login("owner")),
                            database.administratorAddress());
            stages.begin("Attempts");
            long rejected = new Attempts(out()).refused(rejects, database, policy.plain(), roles);
            stages.begin("Attempts on time and memory");
            long bounded = new BoundedProcess(out()).bounded(bounds, reader, corpusFolder);
            stages.begin("Legitimate queries");
            long accepted = accepted(accepts, database, policy);
            stages.begin("Legitimate queries under row filters and masks");
            List<Block> filtered =
                    accepts.stream()
                            .filter(Legitimate::isRepeatable)
                            .filter(block -> !namesASchema(block, policy.plain()))
                            .toList();
            long equal = filtered(filtered, database, policy);
            stages.begin("SQLite");
            SqliteCorpus.Figures sqlite = new SqliteCorpus(out()).run();
            stages.end();
            return ResultLine.empty()
                    .with("rejected", rejected)
                    .with("reject_total", rejects.size())
                    .with("bounded", bounded)
                    .with("bound_total", bounds.size())
                    .with("accepted", accepted)
                    .with("accept_total", accepts.size())
                    .with("policy_equal", equal)
                    .with("policy_total", filtered.size())
                    .with("sqlite_right", sqlite.right())
                    .with("sqlite_total", sqlite.total());
        }
    }

    private static boolean namesASchema(Block block, Policies policies) {
        Pattern pattern =
                Pattern.compile(
                        NAMES_A_SCHEMA.pattern().formatted(String.join("|", policies.schemas())));
        return pattern.matcher(block.sql()).find();
    }

    private long accepted(List<Block> blocks, GuardedDatabase database, PolicyFiles policy)
            throws SQLException {
        return compared(blocks, database, policy, policy.plain(), List.of());
    }

    private long filtered(List<Block> blocks, GuardedDatabase database, PolicyFiles policy)
            throws SQLException {
        Policies policies = policy.withRows();
        try (Connection connection = database.connect()) {
            FilteredViews.create(connection, policies, policy.login("readOnly"));
        }
        return compared(
                blocks,
                database,
                policy,
                policies,
                List.of(FilteredViews.SCHEMA, FilteredViews.KEYED));
    }

    private long compared(
            List<Block> blocks,
            GuardedDatabase database,
            PolicyFiles policy,
            Policies policies,
            List<String> standIns)
            throws SQLException {
        PolicyFiles.Login login = policy.login("readOnly");
        try (SourceSession session =
                        Sources.open(database.address(login), SessionLimits.standard());
                Connection direct = database.connect(login)) {
            direct.setAutoCommit(false);
            direct.setReadOnly(true);
            StatementRules rules = session.statementRules();
            Guard guard =
                    new Guard(
                            rules,
                            rules.judge(session.structure(), policies, Map.of()),
                            GuardLimits.STANDARD);
            String path =
                    String.join(
                            ", ",
                            rules.searchPath().stream().map(GuardedDatabase::quoted).toList());
            List<String> paths = standIns.stream().map(schema -> schema + ", " + path).toList();
            return new Legitimate(out(), guard, session, direct)
                    .equal(
                            blocks,
                            new Legitimate.Paths(
                                    paths.isEmpty() ? path : paths.getFirst(),
                                    paths.isEmpty() ? path : paths.getLast(),
                                    path));
        }
    }
}
