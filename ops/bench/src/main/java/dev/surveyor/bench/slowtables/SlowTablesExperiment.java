package dev.surveyor.bench.slowtables;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.night.GeneratedTables;
import dev.surveyor.bench.night.SourceServer;
import dev.surveyor.bench.night.SurveyClient;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A database with good tables and four bad ones: one hangs, one is locked, one is broken, one is
 * forbidden. The survey must succeed, name them, and spend no more on them than it may.
 */
public final class SlowTablesExperiment implements FaultExperiment {

    private static final String DATABASE = "slow";
    private static final int TABLES = 40;
    private static final int ROWS_MAX = 200;
    private static final int BUDGET_SECONDS = 4;
    private static final int SURVEY_SECONDS_MAX = 170;
    private static final int FIRST_ANSWER_SECONDS_MAX = 600;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final Set<String> BAD =
            Set.of("bad_hanging", "bad_locked", "bad_broken", "bad_forbidden");

    @Override
    public String name() {
        return "slow-tables";
    }

    @Override
    public String summary() {
        return "Surveys a database with tables that hang, are locked, broken or forbidden.";
    }

    @Override
    public int timesUsual() {
        return 1;
    }

    @Override
    public Set<String> zeros() {
        return Set.of("budget_over_s", "unnamed");
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        List<String> command = new ArrayList<>();
        command.addAll(List.of(workplace.home().resolve("surveyor").toString(), "serve"));
        command.addAll(SurveyClient.SERVER_OPTIONS);
        ServerProcess server =
                ServerProcess.start(command, folder.data(), folder.logs().resolve("serve.log"));
        try (SourceServer source =
                SourceServer.start(
                        workplace.home().resolve("ops/bench/target/slow-tables-source"),
                        workplace.progress())) {
            source.database(DATABASE, statements());
            server.awaitAnswer(FIRST_ANSWER_SECONDS_MAX);
            return surveyAll(workplace, source, server);
        } catch (SQLException e) {
            throw new IOException("the source's server failed: " + e.getMessage(), e);
        } finally {
            server.stop();
            folder.processes().kill();
        }
    }

    private static List<String> statements() {
        List<String> statements =
                new ArrayList<>(new GeneratedTables(DATABASE, TABLES, ROWS_MAX, 3).statements());
        statements.add(
                "CREATE VIEW bad_hanging AS SELECT n, pg_sleep(3600)::text AS word FROM generate_series(1, 5) n");
        statements.add(
                "CREATE TABLE bad_locked AS SELECT n, 'word ' || n AS word FROM generate_series(1, 50) n");
        statements.add(
                "CREATE VIEW bad_broken AS SELECT n, ('no number ' || n)::integer AS word FROM generate_series(1, 5) n");
        statements.add("CREATE TABLE bad_forbidden (n integer, word text)");
        statements.add("REVOKE ALL ON bad_forbidden FROM PUBLIC, night_reader");
        return statements;
    }

    private record Surveyed(double seconds, double badSeconds, double over, Set<String> named) {}

    private static Report surveyAll(Workplace workplace, SourceServer source, ServerProcess server)
            throws IOException, InterruptedException, SQLException {
        List<Double> over = new ArrayList<>();
        List<Double> spent = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        Set<String> unnamed = new TreeSet<>();
        try (SurveyClient client = SurveyClient.of(server.uri());
                Connection locking = source.administrator().apply(DATABASE).getConnection()) {
            lock(locking);
            for (int i = 1; i <= workplace.times(); i++) {
                Surveyed surveyed = survey(client, source, i);
                over.add(surveyed.over());
                spent.add(surveyed.badSeconds());
                whole.add(surveyed.seconds());
                BAD.stream().filter(bad -> !surveyed.named().contains(bad)).forEach(unnamed::add);
                workplace.progress().println(surveyed);
            }
        }
        Map<String, Number> results = new LinkedHashMap<>();
        Samples overs = new Samples(over);
        results.put("budget_over_s", overs.max());
        results.put("unnamed", unnamed.size());
        return new Report(
                List.of(
                        new Report.Row(
                                "survey of 40 good tables and 4 bad ones", "s", new Samples(whole)),
                        new Report.Row("spent on the bad ones", "s", new Samples(spent)),
                        new Report.Row("over the budget of the worst", "s", overs)),
                List.of(
                        "Each table may take %d s. Not named: %s. Lost: nothing but what is said of the bad tables."
                                .formatted(BUDGET_SECONDS, unnamed.isEmpty() ? "none" : unnamed)),
                results);
    }

    private static void lock(Connection locking) throws SQLException {
        locking.setAutoCommit(false);
        try (Statement statement = locking.createStatement()) {
            statement.execute("LOCK TABLE bad_locked IN ACCESS EXCLUSIVE MODE");
        }
    }

    private static Surveyed survey(SurveyClient client, SourceServer source, int number)
            throws IOException, InterruptedException {
        Map<String, Object> fields = new HashMap<>(source.fields("slow " + number, DATABASE));
        fields.put("survey", Map.of("tableSecondsMax", BUDGET_SECONDS));
        String connection = client.connect(fields);
        long begin = System.nanoTime();
        String id = client.begin(connection, "INCREMENTAL");
        client.awaitCompleted(id, SURVEY_SECONDS_MAX);
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        JsonNode detail = client.api().get("/jobs/surveys/" + id).required().body();
        Set<String> named = new TreeSet<>();
        double spent = 0;
        double worst = 0;
        for (JsonNode failed : detail.path("failedTables")) {
            double took = failed.path("tookMillis").asLong() / MILLIS_PER_SECOND;
            named.add(failed.path("name").asString(""));
            spent += took;
            worst = Math.max(worst, took);
        }
        return new Surveyed(seconds, spent, Math.max(0, worst - BUDGET_SECONDS), named);
    }
}
