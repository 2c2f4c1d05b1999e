package dev.surveyor.catalog.embedded;

import dev.surveyor.catalog.sealing.OwnerOnly;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of the embedded server's logins, made once per data folder, readable by its owner
 * only.
 */
record StoreSecrets(String superuser, String owner, String query) {

    private static final int PASSWORD_BYTES = 24;

    static StoreSecrets loadOrCreate(Path folder) throws IOException {
        Path file = folder.resolve("store.properties");
        if (!Files.exists(file)) {
            create(file);
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

    private static void create(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        StringBuilder lines = new StringBuilder();
        for (String login : new String[] {"superuser", "owner", "query"}) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            random.nextBytes(bytes);
            lines.append(login)
                    .append('=')
                    .append(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                    .append('\n');
        }
        OwnerOnly.write(file, lines.toString());
    }

    @Override
    public String toString() {
        return "StoreSecrets[******]";
    }
}
