package dev.surveyor.bench.night;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks, again and again, how many sessions of ours a database has. */
public final class SessionCount implements AutoCloseable {

    private static final long EVERY_MILLIS = 20;

    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread watcher;
    private volatile long max;
    private volatile boolean blind;

    public SessionCount(SourceServer source, String database) {
        String query =
                """
                SELECT count(*) FROM pg_stat_activity
                 WHERE datname = '%s' AND backend_type = 'client backend' AND pid <> pg_backend_pid()
                """
                        .formatted(database);
        watcher = Thread.ofPlatform().name("session-count").start(() -> watch(source, query));
    }

    private void watch(SourceServer source, String query) {
        try {
            while (!ending.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                max = Math.max(max, source.count("postgres", query));
            }
        } catch (IOException e) {
            blind = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The most that were seen at once. */
    public long max() throws IOException {
        if (blind) {
            throw new IOException("nobody could see how many sessions there were");
        }
        return max;
    }

    @Override
    public void close() throws IOException {
        ending.countDown();
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
