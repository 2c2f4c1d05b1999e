package dev.surveyor.bench.connections;

import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.bench.Benchmark;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.server.Api;
import dev.surveyor.bench.server.ScratchFolder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ten thousand connections listed and filtered over HTTP by who owns them all, by an administrator
 * and by somebody with whom some are shared; and a warm session beside the driver's own connection.
 */
public final class ConnectionsBenchmark implements Benchmark {

    private static final int CONNECTIONS = 10_000;
    private static final int WARM_UP = 500;
    private static final int REQUESTS_PER_ROUND = 200;
    private static final int OPENINGS_PER_ROUND = 300;
    private static final double P95 = 0.95;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String PATH = "/connections";

    private static final List<String> QUERIES =
            List.of(
                    "",
                    "?limit=200",
                    "?q=shop",
                    "?q=9876",
                    "?status=READY",
                    "?kind=postgresql&status=ERROR",
                    "?q=no+such+name");

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public String summary() {
        return "Listing and filtering 10,000 connections; a warm session beside the driver alone.";
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        workplace.progress().println("Starting a store and making 10,000 connections");
        try (BenchedHouse house = BenchedHouse.open(folder.data());
                Api admin = house.logIn("admin")) {
            UUID seed = prepare(house, admin);
            try (Api owner = house.logIn("owner");
                    Api guest = house.logIn("guest");
                    DriverSession driver = DriverSession.open(house.store().port())) {
                return measure(
                        workplace,
                        List.of(owner, admin, guest),
                        new WarmSession(house, seed),
                        driver);
            } catch (SQLException e) {
                throw new IOException("the driver's own connection failed", e);
            }
        }
    }

    /** One is saved as people do, the others are its copies. */
    private static UUID prepare(BenchedHouse house, Api admin)
            throws IOException, InterruptedException {
        register(admin, "owner");
        register(admin, "guest");
        execute(house, "postgres", "CREATE DATABASE benched");
        execute(house, "postgres", "CREATE ROLE benched LOGIN PASSWORD 'benched'");
        String seed;
        try (Api owner = house.logIn("owner")) {
            seed =
                    owner.post(
                                    PATH,
                                    Map.of(
                                            "name", "shop",
                                            "kind", "postgresql",
                                            "host", "127.0.0.1",
                                            "port", house.store().port(),
                                            "database", "benched",
                                            "username", "benched",
                                            "password", "benched"))
                            .required()
                            .text("/id");
        }
        execute(
                house,
                "surveyor",
                """
                INSERT INTO surveyor.connection
                       (id, owner_id, name, description, kind, host, port, database, file, username,
                        sealed_password, encryption, authority, certificate, options, policies,
                        powerful_role_allowed, status, message, progress)
                SELECT gen_random_uuid(), owner_id, (ARRAY['shop', 'crm', 'Lager', 'billing'])[n %% 4 + 1] || ' ' || n,
                       'Copy ' || n, kind, host, port, database, file, username, NULL, encryption, authority,
                       certificate, options, policies, powerful_role_allowed,
                       (ARRAY['READY', 'READY', 'PENDING', 'ERROR'])[n %% 4 + 1], '', 0
                  FROM surveyor.connection, generate_series(2, %d) AS n
                 WHERE id = '%s'
                """
                        .formatted(CONNECTIONS, seed));
        execute(
                house,
                "surveyor",
                """
                INSERT INTO surveyor.connection_share (connection_id, user_id, allowed)
                SELECT c.id, u.id, 'CHAT' FROM surveyor.connection c, surveyor.app_user u
                 WHERE u.username = 'guest' AND c.name LIKE '%7%'
                """);
        execute(house, "surveyor", "ANALYZE");
        return UUID.fromString(seed);
    }

    private static void register(Api admin, String name) throws IOException, InterruptedException {
        admin.post(
                        "/users",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@example.org",
                                "password",
                                BenchedHouse.PASSWORD,
                                "role",
                                "USER"))
                .required();
    }

    private static void execute(BenchedHouse house, String database, String sql)
            throws IOException {
        try (Connection connection = house.store().administrator(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException("cannot prepare: " + e.getMessage(), e);
        }
    }

    private static Report measure(
            Workplace workplace, List<Api> callers, WarmSession ours, DriverSession driver)
            throws IOException, InterruptedException, SQLException {
        list(callers, WARM_UP);
        open(ours, driver, WARM_UP);
        List<Double> listed = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int round = 0; round < workplace.rounds(); round++) {
            workplace.progress().printf("Round %d of %d%n", round + 1, workplace.rounds());
            listed.add(p95(list(callers, REQUESTS_PER_ROUND)));
            Opened opened = open(ours, driver, OPENINGS_PER_ROUND);
            warm.add(new Samples(opened.ours()).median());
            plain.add(new Samples(opened.driver()).median());
        }
        Samples list = new Samples(listed);
        List<Double> overhead = new ArrayList<>();
        for (int i = 0; i < warm.size(); i++) {
            overhead.add(warm.get(i) - plain.get(i));
        }
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("list_p95_ms", list.median());
        results.put("open_overhead_ms", new Samples(overhead).median());
        return new Report(
                List.of(
                        new Report.Row("list and filter, 95th percentile", "ms", list),
                        new Report.Row(
                                "warm session: lease, SELECT 1, give back",
                                "ms",
                                new Samples(warm)),
                        new Report.Row(
                                "driver alone: SELECT 1, rollback", "ms", new Samples(plain)),
                        new Report.Row("overhead", "ms", new Samples(overhead))),
                List.of(),
                results);
    }

    /** Milliseconds of each request; every other one goes on where the last page ended. */
    private static List<Double> list(List<Api> callers, int requests)
            throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        String next = "";
        for (int i = 0; millis.size() < requests; i++) {
            int pair = i / 2;
            Api caller = callers.get(pair / QUERIES.size() % callers.size());
            String path = PATH + QUERIES.get(pair % QUERIES.size());
            String going =
                    next.isEmpty()
                            ? path
                            : path + (path.contains("?") ? "&" : "?") + "after=" + next;
            Api.Answer answer = caller.get(going).required();
            millis.add(answer.millis());
            next = i % 2 == 0 ? answer.body().at("/next").asString("") : "";
        }
        return millis;
    }

    private record Opened(List<Double> ours, List<Double> driver) {}

    private static Opened open(WarmSession ours, DriverSession driver, int times)
            throws SQLException {
        List<Double> warm = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            ours.ask();
            long middle = System.nanoTime();
            driver.ask();
            plain.add((System.nanoTime() - middle) / NANOS_PER_MILLI);
            warm.add((middle - begin) / NANOS_PER_MILLI);
        }
        return new Opened(warm, plain);
    }

    private static double p95(List<Double> millis) {
        return millis.stream().sorted().toList().get((int) (millis.size() * P95));
    }
}
