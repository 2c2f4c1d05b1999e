package dev.surveyor.app.start;

import dev.surveyor.catalog.Secret;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The folder that this process keeps its data in, held with a lock that the system takes back when
 * the process ends, however it ends.
 */
public final class DataFolder implements AutoCloseable {

    private static final String DEMO_MARK = "demo.properties";

    /** In the folder that nobody but its owner may enter. */
    private static final String DEMO_LOGIN = "secrets/demo.properties";

    /** What a fresh demo begins without; programs are unpacked again only for another version. */
    private static final String OWN_ENTRIES =
            "{postgres,postgres.*,secrets,logs,format.properties,process.properties,demo.properties}";

    private static final long MEBIBYTE = 1024L * 1024;
    private static final long FREE_MIB_FIRST_START = 300;
    private static final long FREE_MIB_MIN = 32;

    private final Path path;
    private final FileChannel lockFile;
    private final boolean fresh;

    private DataFolder(Path path, FileChannel lockFile, boolean fresh) {
        this.path = path;
        this.lockFile = lockFile;
        this.fresh = fresh;
    }

    /**
     * Takes the folder for this process, making it where there is none.
     *
     * @param catalogVersion newest version of the catalog's schema that this program knows
     * @throws StartException with one sentence: in use, not writable, no room, or written by a
     *     newer Surveyor; nothing in the folder was touched then
     */
    public static DataFolder open(Path wanted, int catalogVersion) {
        Path path = wanted.toAbsolutePath().normalize();
        boolean fresh = !Files.exists(path.resolve("postgres"));
        FileChannel lockFile = lock(path);
        DataFolder folder = new DataFolder(path, lockFile, fresh);
        try {
            folder.requireRoom(fresh ? FREE_MIB_FIRST_START : FREE_MIB_MIN);
            folder.refuseNewer(catalogVersion);
            // Of one that was killed.
            ProcessNote.delete(path);
            return folder;
        } catch (IOException e) {
            folder.close();
            throw cannotWrite(path, e);
        } catch (StartException e) {
            folder.close();
            throw e;
        }
    }

    /** Whether another process holds the folder right now. */
    public static boolean isInUse(Path wanted) {
        Path file = wanted.toAbsolutePath().normalize().resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /**
     * Throws away what a demo left in the folder; other files in it stay.
     *
     * @throws StartException when the folder is in use or its data is not the demo's
     */
    public static void discardDemo(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        if (!Files.exists(path.resolve("postgres"))) {
            return;
        }
        if (!Files.exists(path.resolve(DEMO_MARK))) {
            throw new StartException(
                    "The data folder %s was not made by the demo: delete it by hand if nobody needs it, or name another with --data."
                            .formatted(path));
        }
        try (FileChannel _ = lock(path)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, OWN_ENTRIES)) {
                for (Path entry : entries) {
                    FileSystemUtils.deleteRecursively(entry);
                }
            }
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** Writes down that the catalog here has this version, so that an older program keeps off. */
    public void noteCatalogVersion(int version) {
        write("format.properties", "catalog", Integer.toString(version));
    }

    /**
     * Marks the data as the demo's, where none was in the folder before: only such data is thrown
     * away by {@link #discardDemo}.
     */
    public void noteDemo() {
        if (fresh) {
            write(DEMO_MARK, "made-by", "demo");
        }
    }

    /** Keeps the password of the demo's administrator, where only the owner may look. */
    public void noteDemoPassword(String password) {
        if (Files.exists(path.resolve(DEMO_MARK))) {
            write(DEMO_LOGIN, "password", password);
        }
    }

    /** The password of the demo's administrator, if the demo made the data. */
    public Optional<String> demoPassword() {
        return Optional.ofNullable(read(path.resolve(DEMO_LOGIN)).getProperty("password"));
    }

    /**
     * Tells whoever finds the folder in use where its process answers, and who may read what is
     * secret in it also the key for this process.
     */
    public void noteProcess(String url, Secret key) {
        ProcessNote.write(path, url, key);
    }

    /** The process that holds the folder; empty while it starts or stops. */
    public static Optional<ProcessNote> process(Path folder) {
        return ProcessNote.read(folder.toAbsolutePath().normalize());
    }

    /** Whether a store was ever made in the folder. */
    public static boolean holdsStore(Path folder) {
        return Files.exists(folder.resolve("postgres"));
    }

    @Override
    public void close() {
        try {
            ProcessNote.delete(path);
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path path) {
        @Nullable FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
            channel.close();
            throw inUse(path);
        } catch (OverlappingFileLockException e) {
            throw inUse(path);
        } catch (FileAlreadyExistsException e) {
            throw new StartException(
                    "The data folder %s is a file: name another with --data.".formatted(path), e);
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
    }

    private static StartException inUse(Path path) {
        return new StartException(
                "The data folder %s is in use by another Surveyor%s: stop that one, or name another folder with --data."
                        .formatted(
                                path,
                                ProcessNote.address(path).map(url -> " at " + url).orElse("")));
    }

    static StartException cannotWrite(Path path, IOException cause) {
        if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
            return diskFull(path, FREE_MIB_MIN);
        }
        return new StartException(
                "The data folder %s cannot be written (%s): name another with --data."
                        .formatted(path, cause),
                cause);
    }

    private static StartException diskFull(Path path, long neededMebibytes) {
        return new StartException(
                "The disk that holds %s is full: make room for at least %d MiB and start again."
                        .formatted(path, neededMebibytes));
    }

    private void requireRoom(long mebibytes) throws IOException {
        if (Files.getFileStore(path).getUsableSpace() < mebibytes * MEBIBYTE) {
            throw diskFull(path, mebibytes);
        }
    }

    private void refuseNewer(int catalogVersion) {
        String stored = read(path.resolve("format.properties")).getProperty("catalog", "0");
        if (stored.matches("\\d{1,9}") && Integer.parseInt(stored) <= catalogVersion) {
            return;
        }
        throw new StartException(
                "The data folder %s was written by a newer Surveyor (catalog version %s, this one knows %d): start that one, or name another folder with --data."
                        .formatted(path, stored, catalogVersion));
    }

    static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private void write(String name, String key, String value) {
        Path unfinished = path.resolve(name + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                writer.write(key + "=" + value + "\n");
            }
            Files.move(unfinished, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
    }
}
