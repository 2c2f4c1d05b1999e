package dev.surveyor.app.start;

import dev.surveyor.catalog.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The process that holds a data folder, for others on this machine.
 *
 * @param url where it answers
 * @param key good until it ends; only who may read all that is secret in the folder can read it
 */
public record ProcessNote(String url, Secret key) {

    private static final String ADDRESS = "process.properties";
    private static final String SECRETS = "secrets";
    private static final String KEY = "process.key";

    static void write(Path folder, String url, Secret key) {
        try {
            Path secrets = folder.resolve(SECRETS);
            if (!Files.exists(secrets)) {
                Files.createDirectory(secrets, permissions("rwx------"));
            }
            Path part = secrets.resolve(KEY + ".new");
            Files.deleteIfExists(part);
            Files.createFile(part, permissions("rw-------"));
            Files.writeString(part, key.value());
            Files.move(part, secrets.resolve(KEY), StandardCopyOption.ATOMIC_MOVE);
            Path address = folder.resolve(ADDRESS + ".new");
            Files.writeString(address, "url=" + url + "\n");
            Files.move(address, folder.resolve(ADDRESS), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DataFolder.cannotWrite(folder, e);
        }
    }

    private static FileAttribute<?>[] permissions(String text) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
                }
                : new FileAttribute<?>[0];
    }

    static Optional<String> address(Path folder) {
        return Optional.ofNullable(DataFolder.read(folder.resolve(ADDRESS)).getProperty("url"));
    }

    static Optional<ProcessNote> read(Path folder) {
        Path key = folder.resolve(SECRETS).resolve(KEY);
        return address(folder)
                .filter(_ -> Files.isReadable(key))
                .map(url -> new ProcessNote(url, new Secret(text(key))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(ADDRESS));
        Files.deleteIfExists(folder.resolve(SECRETS).resolve(KEY));
    }
}
