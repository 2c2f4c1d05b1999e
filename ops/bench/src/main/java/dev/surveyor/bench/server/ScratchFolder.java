package dev.surveyor.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * An experiment's own folder, emptied before each run.
 *
 * @param data for the servers' data
 * @param logs for what they say
 */
public record ScratchFolder(Path data, Path logs) {

    /**
     * Takes the folder; whatever still runs in it when this process ends is killed.
     *
     * @throws IOException when another run still works there
     */
    public static ScratchFolder take(Path home, String experiment) throws IOException {
        Path root = home.resolve("ops/bench/target").resolve(experiment);
        ScratchFolder folder = new ScratchFolder(root.resolve("data"), root.resolve("logs"));
        FolderProcesses processes = folder.processes();
        if (!processes.alive().isEmpty()) {
            throw new IOException("processes of another run still work in " + folder.data());
        }
        delete(root);
        Files.createDirectories(folder.data());
        Files.createDirectories(folder.logs());
        processes.killAtExit();
        return folder;
    }

    public FolderProcesses processes() {
        return new FolderProcesses(data);
    }

    /** With all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
