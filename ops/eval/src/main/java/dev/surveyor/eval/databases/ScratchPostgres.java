package dev.surveyor.eval.databases;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.eval.EvaluationException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own for those who bring none. Its folder is kept, so that what was
 * loaded is there the next time; the server ends with this process.
 */
public final class ScratchPostgres {

    private ScratchPostgres() {}

    /**
     * Starts the server.
     *
     * @return the JDBC address of its database, for a login that is no superuser
     * @throws EvaluationException where another process uses the folder or the server does not
     *     start
     */
    public static String start(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw inUse(folder);
            }
            EmbeddedStore store = EmbeddedStore.start(folder, 0, System.err::println);
            store.awaitReady();
            Map<String, String> settings = store.settings();
            return "%s?user=%s&password=%s"
                    .formatted(
                            settings.get("surveyor.catalog.url"),
                            encoded(settings.get("surveyor.catalog.username")),
                            encoded(settings.get("surveyor.catalog.password")));
        } catch (OverlappingFileLockException e) {
            throw inUse(folder);
        } catch (IOException | CatalogException e) {
            throw new EvaluationException(
                    "No PostgreSQL server could be started in "
                            + folder
                            + " ("
                            + e.getMessage()
                            + "): name one of your own with --postgres URL.",
                    e);
        }
    }

    private static EvaluationException inUse(Path folder) {
        return new EvaluationException(
                "Another evaluation uses the server in "
                        + folder
                        + ": wait for it, or name one of your own with --postgres URL.");
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(Objects.requireNonNull(text), StandardCharsets.UTF_8);
    }
}
