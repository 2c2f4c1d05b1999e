package dev.surveyor.bench.http;

import dev.surveyor.bench.Fault;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.server.Api;
import dev.surveyor.bench.server.ScratchFolder;
import dev.surveyor.bench.server.ServerProcess;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/**
 * Calls every operation that a server describes, well and badly, as nobody, user and administrator.
 */
public final class HttpExperiment implements FaultExperiment {

    private static final int ANSWER_SECONDS_MAX = 600;
    private static final int CALLS_MAX = 1_000_000;
    private static final String PASSWORD = "unharmed-admin-lighthouse-5";

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "6000",
            description = "Calls in each run (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String summary() {
        return "Calls every operation of the OpenAPI document, well and badly; is each answer a decent one?";
    }

    @Override
    public int timesUsual() {
        return 1;
    }

    @Override
    public Set<String> zeros() {
        return Arrays.stream(Judge.Fault.values())
                .map(fault -> fault.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Override
    public Report run(Fault.Workplace workplace) throws IOException, InterruptedException {
        if (calls < 1 || calls > CALLS_MAX) {
            throw new IOException("--calls must be between 1 and " + CALLS_MAX);
        }
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        Tally tally = new Tally(workplace.progress());
        for (int run = 0; run < workplace.times(); run++) {
            workplace.progress().println("Starting a server without limits");
            ServerProcess server =
                    ServerProcess.start(
                            List.of(
                                    workplace.home().resolve("surveyor").toString(),
                                    "serve",
                                    "--set",
                                    "surveyor.access.limits-enabled=false",
                                    "--set",
                                    "surveyor.access.password-cost=10",
                                    "--set",
                                    "surveyor.access.admin-password=" + PASSWORD),
                            folder.data().resolve("server-" + run),
                            folder.logs().resolve("server-" + run + ".log"));
            try (Api admin = new Api(server.uri());
                    Api probe = new Api(server.uri())) {
                server.awaitAnswer(ANSWER_SECONDS_MAX);
                ApiDocument document =
                        ApiDocument.of(admin.document("/v3/api-docs").required().body());
                Actors actors = new Actors(admin, probe, PASSWORD);
                new Storm(server.uri(), document, actors, tally)
                        .rage(calls, workplace.seed() + run);
            } finally {
                server.stop();
                folder.processes().kill();
            }
        }
        return tally.report();
    }
}
