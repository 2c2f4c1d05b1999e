package dev.surveyor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the figures were measured on, in one line. */
final class Machine {

    private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;

    private Machine() {}

    static String line() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%s %s, %d processors, %.0f GiB, load %.1f, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() / BYTES_PER_GIB,
                        system.getSystemLoadAverage(),
                        System.getProperty("java.version"));
    }
}
