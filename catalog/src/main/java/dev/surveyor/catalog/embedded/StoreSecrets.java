package dev.surveyor.catalog.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * The passwords of the embedded server's logins, made once per data folder, readable by its owner
 * only.
 */
record StoreSecrets(String superuser, String owner, String query) {

    private static final int PASSWORD_BYTES = 24;
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE =
            PosixFilePermissions.fromString("rw-------");

    static StoreSecrets loadOrCreate(Path folder) throws IOException {
        Path file = folder.resolve("store.properties");
        if (!Files.exists(file)) {
            create(folder, file);
        }
        Properties stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        }
        return new StoreSecrets(
                required(stored, "superuser", file),
                required(stored, "owner", file),
                required(stored, "query", file));
    }

    private static String required(Properties stored, String login, Path file) throws IOException {
        String password = stored.getProperty(login);
        if (password == null) {
            throw new IOException(file + " lacks the line " + login + "=…");
        }
        return password;
    }

    private static void create(Path folder, Path file) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
        Path unfinished = folder.resolve("store.properties.new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FILE));
        SecureRandom random = new SecureRandom();
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            for (String login : new String[] {"superuser", "owner", "query"}) {
                byte[] bytes = new byte[PASSWORD_BYTES];
                random.nextBytes(bytes);
                writer.write(
                        login
                                + "="
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
                                + "\n");
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "StoreSecrets[******]";
    }
}
