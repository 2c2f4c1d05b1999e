package dev.surveyor.connections.reach;

import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.ConnectionsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Files that connections may open: those in one folder, wherever links lead. */
@Component
class DatabaseFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFiles.class);

    private final Path folder;

    DatabaseFiles(ConnectionsSettings settings) {
        this.folder =
                Path.of(settings.folder().isBlank() ? "files" : settings.folder())
                        .toAbsolutePath()
                        .normalize();
        if (!settings.folder().isBlank()) {
            makeIfMissing();
        }
    }

    /** So that people find where to put their files. */
    private void makeIfMissing() {
        try {
            if (folder.getParent() != null && Files.isDirectory(folder.getParent())) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            LOG.warn("The folder for database files cannot be made", e);
        }
    }

    /**
     * The real file behind a path below the folder.
     *
     * @throws ConnectionsException when there is none, or it lies elsewhere: in the same words, so
     *     that nobody learns what else there is
     */
    Path checked(String typed) {
        Path wanted = requireBelow(typed);
        try {
            Path real = wanted.toRealPath();
            if (!real.startsWith(folder.toRealPath()) || !Files.isRegularFile(real)) {
                throw refused();
            }
            return real;
        } catch (IOException e) {
            throw refused();
        }
    }

    /** The path in the folder, whether or not there is such a file. */
    Path requireBelow(String typed) {
        try {
            Path wanted = folder.resolve(typed).normalize();
            if (wanted.startsWith(folder) && !typed.contains("..")) {
                return wanted;
            }
        } catch (InvalidPathException e) {
            throw refused();
        }
        throw refused();
    }

    private static ConnectionsException refused() {
        return ConnectionsException.field(
                Code.ADDRESS_REFUSED,
                "file",
                "There is no such file in the folder for database files (surveyor.connections.folder): put it there and name it by its path in that folder.");
    }
}
