package dev.surveyor.connections.reach;

import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.ConnectionsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Files that connections may open: those in one folder, wherever links lead. */
@Component
class DatabaseFiles {

    private final Path folder;

    DatabaseFiles(ConnectionsSettings settings) {
        this.folder =
                Path.of(settings.folder().isBlank() ? "files" : settings.folder())
                        .toAbsolutePath()
                        .normalize();
    }

    /**
     * The real file behind a path below the folder.
     *
     * @throws ConnectionsException when there is none, or it lies elsewhere: in the same words, so
     *     that nobody learns what else there is
     */
    Path checked(String typed) {
        try {
            Path wanted = folder.resolve(typed).normalize();
            if (!wanted.startsWith(folder) || typed.contains("..")) {
                throw refused();
            }
            Path real = wanted.toRealPath();
            if (!real.startsWith(folder.toRealPath()) || !Files.isRegularFile(real)) {
                throw refused();
            }
            return real;
        } catch (IOException | InvalidPathException e) {
            throw refused();
        }
    }

    private static ConnectionsException refused() {
        return ConnectionsException.field(
                Code.ADDRESS_REFUSED,
                "file",
                "There is no such file in the folder for database files (surveyor.connections.folder): put it there and name it by its path in that folder.");
    }
}
