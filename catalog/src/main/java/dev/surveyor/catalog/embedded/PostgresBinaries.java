package dev.surveyor.catalog.embedded;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.CatalogException.Code;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The server's programs, unpacked from the class path once per data folder and version. */
record PostgresBinaries(Path home, String version, boolean asRoot) {

    private static final int OWNER_EXECUTES = 0100;

    static PostgresBinaries unpack(Path folder, Consumer<String> progress) throws IOException {
        String version = shippedVersion();
        Path home = folder.resolve("postgres-" + version);
        if (!Files.exists(home)) {
            progress.accept("Unpacking PostgreSQL " + version);
            Path unfinished = folder.resolve("postgres-" + version + ".new");
            FileSystemUtils.deleteRecursively(unfinished);
            try (InputStream archive = openArchive()) {
                extract(archive, unfinished);
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                FileSystemUtils.deleteRecursively(unfinished);
            }
        }
        return new PostgresBinaries(home, version, runsAsRoot(folder));
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    int majorVersion() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /**
     * A process of the server's. PostgreSQL refuses to run as root; in a user namespace of its own
     * it is nobody in particular, and the files stay ours.
     */
    ProcessBuilder command(List<String> words) {
        List<String> command = new ArrayList<>();
        if (asRoot) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    private static boolean runsAsRoot(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return false;
        }
        Process probe =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "id=$(unshare --user id -u 2>/dev/null) && [ \"$id\" != 0 ]")
                        .directory(folder.toFile())
                        .start();
        try {
            if (probe.waitFor() == 0) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CatalogException(
                Code.UNSUPPORTED_SYSTEM,
                false,
                "PostgreSQL does not run as root and this system allows no user namespaces: start Surveyor as"
                        + " another user, or set surveyor.catalog.url to a PostgreSQL of your own.",
                null);
    }

    private static String shippedVersion() {
        Properties properties = new Properties();
        try (InputStream stream =
                PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static InputStream openArchive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = system.startsWith("mac") ? "darwin" : system;
        String machine =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    case String other -> other;
                };
        InputStream archive =
                PostgresBinaries.class.getResourceAsStream(
                        "/postgres-" + family + "-" + machine + ".txz");
        if (archive == null) {
            throw new CatalogException(
                    Code.UNSUPPORTED_SYSTEM,
                    false,
                    "There is no embedded PostgreSQL for "
                            + family
                            + " on "
                            + machine
                            + ": set surveyor.catalog.url to a PostgreSQL of your own.",
                    null);
        }
        return archive;
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        Files.createDirectories(target);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
