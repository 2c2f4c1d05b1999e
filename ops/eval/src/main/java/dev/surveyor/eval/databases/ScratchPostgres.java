package dev.surveyor.eval.databases;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.demo.DemoShop;
import dev.surveyor.demo.LoadedShop;
import dev.surveyor.eval.Access;
import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.EvaluationException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;

/**
 * A PostgreSQL server of our own for those who bring none. Its folder is kept, so that what was
 * loaded is there the next time; the server ends with this process, and serves all that happens in
 * it.
 */
public final class ScratchPostgres {

    /** Where it is kept unless somebody wants it elsewhere. */
    public static final Path FOLDER = Path.of("eval-results", "postgres");

    private static final Map<Path, ScratchPostgres> STARTED = new HashMap<>();

    @SuppressWarnings("UnusedVariable") // held: the system takes the lock back with the channel
    private final FileChannel lock;

    private final EmbeddedStore store;

    private ScratchPostgres(FileChannel lock, EmbeddedStore store) {
        this.lock = lock;
        this.store = store;
    }

    /**
     * Starts the server, unless this process has done so already.
     *
     * @throws EvaluationException where another process uses the folder or the server does not
     *     start
     */
    public static ScratchPostgres start(Path folder) {
        synchronized (STARTED) {
            return STARTED.computeIfAbsent(
                    folder.toAbsolutePath().normalize(), ScratchPostgres::startNow);
        }
    }

    private static ScratchPostgres startNow(Path folder) {
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
            return new ScratchPostgres(lock, store);
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

    /** The JDBC address of its scratch database, for a login that is no superuser. */
    public String url() {
        Map<String, String> settings = store.settings();
        return url(
                Objects.requireNonNull(settings.get("surveyor.catalog.url")),
                Objects.requireNonNull(settings.get("surveyor.catalog.username")),
                Objects.requireNonNull(settings.get("surveyor.catalog.password")));
    }

    /**
     * The demo shop, loaded unless it is there already, for its reader. An earlier address of it is
     * no good any more: each call gives the reader a new password.
     */
    public Access shop(Consumer<String> progress) {
        try {
            LoadedShop shop = DemoShop.load(store::administrator, progress);
            String database = "jdbc:postgresql://127.0.0.1:" + store.port() + "/" + shop.database();
            return new Access(Dialect.POSTGRES, url(database, shop.login(), shop.password()), null);
        } catch (DataAccessException e) {
            throw new EvaluationException(
                    "The demo shop could not be loaded: " + e.getMessage(), e);
        }
    }

    private static String url(String database, String login, String password) {
        return "%s?user=%s&password=%s".formatted(database, encoded(login), encoded(password));
    }

    private static EvaluationException inUse(Path folder) {
        return new EvaluationException(
                "Another evaluation uses the server in "
                        + folder
                        + ": wait for it, or name one of your own with --postgres URL.");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
