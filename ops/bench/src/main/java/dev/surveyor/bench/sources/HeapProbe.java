package dev.surveyor.bench.sources;

import dev.surveyor.catalog.Secret;
import dev.surveyor.catalog.Structure;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * A process of its own: reads a structure and prints the most heap that was ever in use, in MiB.
 */
public final class HeapProbe {

    static final String PASSWORD = "SURVEYOR_BENCH_PASSWORD";

    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

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
            double peak =
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == MemoryType.HEAP)
                            .map(MemoryPoolMXBean::getPeakUsage)
                            .mapToLong(usage -> usage.getUsed())
                            .sum();
            if (structure.tables().isEmpty()) {
                throw new IllegalStateException("no tables");
            }
            System.out.println(peak / BYTES_PER_MEBIBYTE);
        }
    }
}
