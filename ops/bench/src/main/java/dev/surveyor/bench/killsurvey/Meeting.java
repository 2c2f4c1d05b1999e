package dev.surveyor.bench.killsurvey;

import dev.surveyor.bench.killsurvey.Boundaries.Stop;
import dev.surveyor.bench.night.SurveyClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Begins the surveys that a kill is to meet, and waits until it may come. */
final class Meeting {

    private static final int STANDSTILL_SECONDS_MAX = 20;
    private static final long AFTER_END_MILLIS = 300;
    private static final long POLL_MILLIS = 20;
    private static final double SURVEYS_SIDE_BY_SIDE = 2;

    private final SurveyClient client;
    private final Path order;
    private final Kill kill;
    private final List<UUID> connections;

    /** The surveys that the server said it began, by connection. */
    private final Map<UUID, String> begun = new ConcurrentHashMap<>();

    /**
     * Begins nothing yet.
     *
     * @param order the file that says where surveys are held
     * @param connections as many as the kill has harms
     */
    Meeting(SurveyClient client, Path order, Kill kill, List<UUID> connections) {
        this.client = client;
        this.order = order;
        this.kill = kill;
        this.connections = connections;
    }

    /** Those that stood at their commit, or ended without it. */
    Set<UUID> atCommits() throws IOException, InterruptedException {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            Harm harm = kill.harms().get(i);
            stops.add(new Stop(connections.get(i), harm.boundary(), harm.before()));
        }
        Boundaries.arm(order, stops);
        for (UUID connection : connections) {
            beginBehind(connection, 0);
        }
        Set<UUID> met = new HashSet<>();
        long news = System.nanoTime();
        while (met.size() < stops.size()
                && System.nanoTime() - news < TimeUnit.SECONDS.toNanos(STANDSTILL_SECONDS_MAX)) {
            Thread.sleep(POLL_MILLIS);
            for (Stop stop : stops) {
                if (Files.exists(stop.mark(order)) && met.add(stop.connection())) {
                    news = System.nanoTime();
                }
            }
            for (UUID connection : connections) {
                if (!met.contains(connection) && isOver(connection)) {
                    met.add(connection);
                    news = System.nanoTime();
                }
            }
        }
        return met;
    }

    /** It did not need that commit this time; what it commits after its end is reached too. */
    private boolean isOver(UUID connection) throws IOException, InterruptedException {
        JsonNode newest = client.newest(connection);
        String id = newest.path("id").asString("");
        if (!begun.containsKey(connection)
                || !id.equals(begun.get(connection))
                || !newest.path("state").asString("").equals("COMPLETED")) {
            return false;
        }
        Thread.sleep(AFTER_END_MILLIS);
        return true;
    }

    /** Begun one after the other, so that the kill meets each at another part of its time. */
    Set<UUID> atMoments(double millis) throws InterruptedException {
        double most = kill.harms().stream().mapToDouble(Harm::moment).max().orElse(0);
        double whole = millis * Math.max(1, connections.size() / SURVEYS_SIDE_BY_SIDE);
        for (int i = 0; i < connections.size(); i++) {
            beginBehind(
                    connections.get(i), Math.round((most - kill.harms().get(i).moment()) * whole));
        }
        Thread.sleep(Math.round(most * whole));
        return Set.copyOf(connections);
    }

    /** The call is held too where its commit is, and nobody answers it when the process dies. */
    private void beginBehind(UUID connection, long afterMillis) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Thread.sleep(afterMillis);
                        begun.put(connection, client.begin(connection.toString(), "INCREMENTAL"));
                    } catch (IOException killed) {
                        // As it should be.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
