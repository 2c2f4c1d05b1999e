package dev.surveyor.bench.dropconnections;

import dev.surveyor.bench.night.House;
import dev.surveyor.bench.night.Shelf;
import dev.surveyor.bench.night.Shelf.Served;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;

/** Reads the whole edition of a connection, again and again, and notes what should not be. */
final class Reader implements AutoCloseable {

    private static final long EVERY_MILLIS = 50;

    private final House house;
    private final UUID connection;
    private final Set<String> allowed;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final List<String> oddities = new ArrayList<>();
    private final Thread thread;
    private long last;
    private int read;

    /**
     * @param allowed the dumps of which each edition must be one
     */
    Reader(House house, UUID connection, Set<String> allowed) {
        this.house = house;
        this.connection = connection;
        this.allowed = allowed;
        this.thread = Thread.ofPlatform().name("reader").start(this::readOn);
    }

    private void readOn() {
        try {
            while (!ending.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try (Connection store = house.toCatalog()) {
            store.setAutoCommit(false);
            store.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Served served = Shelf.served(store, connection);
            read++;
            if (served.number() < last) {
                oddities.add("edition %d after %d".formatted(served.number(), last));
            }
            last = served.number();
            if (!allowed.contains(served.sha256())) {
                oddities.add("edition %d is neither the old nor the new".formatted(last));
            }
        } catch (SQLException | DataAccessException dropped) {
            // The storm hits readers too; they come again.
        } catch (IOException e) {
            oddities.add(String.valueOf(e.getMessage()));
        }
    }

    int editionsRead() {
        return read;
    }

    /** What was odd; it reads no more. */
    List<String> oddities() throws InterruptedException {
        ending.countDown();
        thread.join();
        return List.copyOf(oddities);
    }

    @Override
    public void close() {
        ending.countDown();
    }
}
