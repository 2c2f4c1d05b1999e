package dev.surveyor.pipeline.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Who holds leases: this process and those before it on the same data folder. Only one of them
 * lives at a time, so a later one may take over at once what an earlier one left.
 */
@Component
public class Holder {

    private static final String DATA_FOLDER = "surveyor.data.folder";
    private static final String FILE = "survey-holder";

    private final Path file;

    Holder(Environment environment) {
        this.file = Path.of(environment.getProperty(DATA_FOLDER, "data"), FILE);
    }

    public synchronized String id() {
        try {
            String known = Files.exists(file) ? Files.readString(file).strip() : "";
            if (known.isEmpty()) {
                known = UUID.randomUUID().toString();
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, known);
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
