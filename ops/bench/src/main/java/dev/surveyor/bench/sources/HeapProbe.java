package dev.surveyor.bench.sources;

import dev.surveyor.catalog.Secret;
import dev.surveyor.catalog.Structure;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process of its own: reads a database and prints the most heap that was ever in use, in MiB. */
public final class HeapProbe {

    private static final String PASSWORD = "SURVEYOR_BENCH_PASSWORD";
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;
    private static final int PROBE_SECONDS_MAX = 300;

    /** What is read. */
    enum Subject {
        STRUCTURE,
        PROFILE
    }

    private HeapProbe() {}

    public static void main(String[] arguments) {
        SourceAddress address =
                SourceAddress.ofServer(
                        "postgresql",
                        "127.0.0.1",
                        Integer.parseInt(arguments[0]),
                        arguments[1],
                        arguments[2],
                        new Secret(System.getenv(PASSWORD)));
        try (SourceSession session = Sources.open(address, SessionLimits.standard())) {
            Structure structure = session.structure();
            if (structure.tables().isEmpty()) {
                throw new IllegalStateException("no tables");
            }
            switch (Subject.valueOf(arguments[3])) {
                case STRUCTURE -> {}
                case PROFILE -> profile(session, structure);
            }
            double peak =
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == MemoryType.HEAP)
                            .map(MemoryPoolMXBean::getPeakUsage)
                            .mapToLong(usage -> usage.getUsed())
                            .sum();
            System.out.println(peak / BYTES_PER_MEBIBYTE);
        }
    }

    private static void profile(SourceSession session, Structure structure) {
        for (Depth depth : Depth.values()) {
            session.profile(
                    structure.tables(),
                    ProfileRequest.standard(depth),
                    profile -> {
                        if (profile.rows() == null) {
                            throw new IllegalStateException(
                                    profile.table() + ": " + profile.problem());
                        }
                    });
        }
    }

    /** In a process whose whole heap is what the bar allows. */
    static double run(SourceAddress address, Subject subject)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HeapProbe.class.getName(),
                                Integer.toString(address.port()),
                                address.database(),
                                address.user(),
                                subject.name())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put(PASSWORD, address.password() == null ? "" : address.password().value());
        Process process = builder.start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PROBE_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(
                    "reading %s does not fit into 256 MiB".formatted(address.database()));
        }
        return Double.parseDouble(printed.strip());
    }
}
