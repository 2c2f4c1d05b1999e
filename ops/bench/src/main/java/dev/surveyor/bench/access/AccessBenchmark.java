package dev.surveyor.bench.access;

import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.bench.Benchmark;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.server.Api;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * A real server with many users and no limits: what a refused log-in tells by the time it takes,
 * and how fast somebody is found.
 */
public final class AccessBenchmark implements Benchmark {

    private static final int ANSWER_SECONDS_MAX = 600;
    private static final int USERS_MAX = 5_000_000;
    private static final int CALLS_MAX = 100_000;
    private static final String PASSWORD = "measured-otter-balcony-9";

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "100000",
            description = "People in the catalog (default: ${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--searches",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Different searches in each round (default: ${DEFAULT-VALUE}).")
    private int searches;

    @Option(
            names = "--logins",
            paramLabel = "N",
            defaultValue = "200",
            description = "Refused log-ins of each kind in each round (default: ${DEFAULT-VALUE}).")
    private int logins;

    @Override
    public String name() {
        return "access";
    }

    @Override
    public String summary() {
        return "Refused log-ins, a wrong password beside an unknown user; search and pages of many users.";
    }

    @Override
    public int timesUsual() {
        return 1;
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        requireBetween("--users", users, 1, USERS_MAX);
        requireBetween("--searches", searches, 1, CALLS_MAX);
        requireBetween("--logins", logins, 1, CALLS_MAX);
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        Path data = folder.data().resolve("server");
        PrintStream progress = workplace.progress();
        progress.println("Starting a server without limits");
        ServerProcess server =
                ServerProcess.start(
                        List.of(
                                workplace.home().resolve("surveyor").toString(),
                                "serve",
                                "--set",
                                "surveyor.access.limits-enabled=false",
                                "--set",
                                "surveyor.access.admin-password=" + PASSWORD),
                        data,
                        folder.logs().resolve("server.log"));
        try {
            server.awaitAnswer(ANSWER_SECONDS_MAX);
            progress.printf("Inserting %,d users%n", users);
            People people = People.insert(data, users);
            return measure(server, people, workplace);
        } finally {
            server.stop();
            folder.processes().kill();
        }
    }

    private Report measure(ServerProcess server, People people, Workplace workplace)
            throws IOException, InterruptedException {
        try (Api api = new Api(server.uri())) {
            RefusedLogins refused = new RefusedLogins(api, workplace.progress());
            Searches found = new Searches(api, workplace.progress());
            api.withToken(api.logIn("admin", PASSWORD).required().text("/accessToken"));
            for (int round = 1; round <= workplace.rounds(); round++) {
                workplace.progress().printf("Round %d of %d%n", round, workplace.rounds());
                refused.measure(logins);
                found.search(people.beginnings(searches, round));
                found.page(people.count());
            }
            return report(refused, found);
        }
    }

    private static Report report(RefusedLogins refused, Searches found) {
        Samples search = new Samples(found.searchMillis());
        Samples page = new Samples(found.pageMillis());
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("login_gap_pct", refused.gapPercent());
        results.put("search_p95_ms", search.percentile(95));
        results.put("page_p95_ms", page.percentile(95));
        return new Report(
                List.of(
                        new Report.Row("log-in, wrong password", "ms", refused.wrongPassword()),
                        new Report.Row("log-in, unknown user", "ms", refused.unknownUser()),
                        new Report.Row("search by the beginning of a name", "ms", search),
                        new Report.Row("page of " + Searches.PAGE_ROWS + " users", "ms", page)),
                List.of(
                        "Searches found %d people on average; every page was read by its cursor."
                                .formatted(found.foundOnAverage())),
                results);
    }

    private static void requireBetween(String option, int value, int least, int most)
            throws IOException {
        if (value < least || value > most) {
            throw new IOException("%s must be between %d and %d".formatted(option, least, most));
        }
    }
}
