package dev.surveyor.bench.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes that work below a folder, however they came about: their program lies there or
 * their arguments name it. The embedded store's outlive their parent, so that a family tree would
 * not show them.
 */
public record FolderProcesses(Path folder) {

    private static final long POLL_MILLIS = 50;
    private static final int KILL_ROUNDS_MAX = 5;

    public List<ProcessHandle> alive() {
        return ProcessHandle.allProcesses().filter(this::belongs).toList();
    }

    /** Those that are still there after this time; none as soon as there are none. */
    public List<ProcessHandle> aliveAfter(int seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<ProcessHandle> alive = alive();
        while (!alive.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
            alive = alive();
        }
        return alive;
    }

    /** As {@code kill -9} does, also to those that are born meanwhile. */
    public void kill() throws InterruptedException {
        for (int round = 0; round < KILL_ROUNDS_MAX; round++) {
            alive().forEach(ProcessHandle::destroyForcibly);
            if (aliveAfter(1).isEmpty()) {
                return;
            }
        }
    }

    /** Leaves nothing behind when this process is told to end. */
    public void killAtExit() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> alive().forEach(ProcessHandle::destroyForcibly)));
    }

    private boolean belongs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return Stream.concat(info.command().stream(), info.arguments().stream().flatMap(Stream::of))
                .anyMatch(this::names);
    }

    private boolean names(String word) {
        String path = folder.toString();
        int at = word.indexOf(path);
        int end = at + path.length();
        return at >= 0 && (end == word.length() || word.charAt(end) == '/');
    }
}
