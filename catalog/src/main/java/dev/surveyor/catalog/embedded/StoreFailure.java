package dev.surveyor.catalog.embedded;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.CatalogException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the system or the server said into one sentence that says what to do. */
final class StoreFailure {

    private static final String NO_SPACE = "No space left on device";
    private static final int LINES_MAX = 5;

    private StoreFailure() {}

    /** For a failure of reading or writing below the folder. */
    static CatalogException ofFiles(Path folder, IOException failure) {
        if (String.valueOf(failure.getMessage()).contains(NO_SPACE)) {
            return diskFull(folder, failure);
        }
        return new CatalogException(
                Code.SERVER_FAILED,
                false,
                "The embedded PostgreSQL cannot be set up in " + folder + ": " + failure + ".",
                failure);
    }

    /** For one of the server's programs that failed after writing the log. */
    static CatalogException ofProgram(Path folder, Path log) {
        String said;
        try {
            said = Files.readString(log);
        } catch (IOException e) {
            return ofFiles(folder, e);
        }
        if (said.contains(NO_SPACE)) {
            return diskFull(folder, null);
        }
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        String tail =
                String.join(
                        " | ", lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size()));
        return new CatalogException(
                Code.SERVER_FAILED,
                said.contains("Address already in use"),
                "The embedded PostgreSQL did not start; it said: "
                        + (tail.isEmpty() ? "nothing" : tail),
                null);
    }

    private static CatalogException diskFull(Path folder, @Nullable Throwable cause) {
        return new CatalogException(
                Code.DISK_FULL,
                true,
                "The disk that holds "
                        + folder
                        + " is full: make room (about 300 MB for a first start) and start again; nothing was lost.",
                cause);
    }
}
