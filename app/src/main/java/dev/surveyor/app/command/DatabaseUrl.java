package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import dev.surveyor.catalog.Secret;
import dev.surveyor.sources.SourceAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database that a person named on the command line. */
final class DatabaseUrl {

    private static final String FILE_KIND = "sqlite:";

    private DatabaseUrl() {}

    /** Whether this is a database's address or file, and not the name of a connection. */
    static boolean isOne(String text) {
        return text.contains("://") || text.startsWith(FILE_KIND) || isFile(text);
    }

    private static boolean isFile(String text) {
        return text.indexOf('\0') < 0 && Files.isRegularFile(Path.of(text));
    }

    /**
     * Where it is and how to get in.
     *
     * @param passwordFile its first line is the password; null: the address or PGPASSWORD has it
     */
    static SourceAddress address(String url, @Nullable Path passwordFile) throws IOException {
        boolean bareFile = !url.contains("://") && isFile(url);
        SourceAddress address = SourceAddress.parse(bareFile ? FILE_KIND + url : url);
        return password(address, passwordFile).map(address::withPassword).orElse(address);
    }

    /** The file was named on purpose, the variable may be there for something else. */
    private static Optional<Secret> password(SourceAddress address, @Nullable Path file)
            throws IOException {
        if (file != null) {
            if (!Files.isReadable(file)) {
                throw new StartException("The password file %s cannot be read.".formatted(file));
            }
            return Files.readAllLines(file).stream().findFirst().map(Secret::new);
        }
        return address.password() != null
                ? Optional.empty()
                : Optional.ofNullable(System.getenv("PGPASSWORD")).map(Secret::new);
    }
}
