package dev.surveyor.app.health;

import dev.surveyor.app.settings.DataSettings;
import dev.surveyor.catalog.Condition;
import dev.surveyor.catalog.Dependency;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The disk that holds the data folder. */
@Component
class DiskDependency implements Dependency {

    private static final Logger LOG = LoggerFactory.getLogger(DiskDependency.class);
    private static final long BYTES_PER_MB = 1L << 20;

    private final DataSettings settings;
    private final Path folder;
    private volatile Room room = new Room(Double.NaN, Double.NaN);

    /** As far as is known; not a number before anybody looked. */
    private record Room(double free, double total) {}

    DiskDependency(DataSettings settings, MeterRegistry registry) {
        this.settings = settings;
        this.folder = settings.folder().toAbsolutePath();
        Gauge.builder("surveyor.disk.free", this, disk -> disk.room.free())
                .description("Room on the disk that holds the data folder")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("surveyor.disk.total", this, disk -> disk.room.total())
                .description("Size of the disk that holds the data folder")
                .baseUnit("bytes")
                .register(registry);
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Condition look() {
        try {
            FileStore disk = Files.getFileStore(folder);
            long free = disk.getUsableSpace();
            room = new Room(free, disk.getTotalSpace());
            long enough = settings.freeMin().toBytes();
            return free >= enough
                    ? Condition.up("%d MB are free.".formatted(free / BYTES_PER_MB))
                    : Condition.degraded(
                            "Only %d MB are free beside the data folder, less than %d: make room, or surveys and the store will fail."
                                    .formatted(free / BYTES_PER_MB, enough / BYTES_PER_MB));
        } catch (IOException e) {
            LOG.debug("The data folder's disk cannot be asked", e);
            return Condition.down(
                    "The data folder's disk cannot be read: see whether it is there.");
        }
    }
}
