package dev.surveyor.bench.dropconnections;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.night.ChangingDatabase;
import dev.surveyor.bench.night.House;
import dev.surveyor.bench.night.Shelf;
import dev.surveyor.bench.night.SurveyClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * The catalog, the source or the index goes away while a database is surveyed that changed. The
 * survey finishes, or stops so that it can be restarted; readers find the old edition, whole, until
 * they find the new one, whole.
 */
public final class DropConnectionsExperiment implements FaultExperiment {

    private static final int TABLES = 30;

    private static final String DATABASE = "dropped";
    private static final int SURVEY_SECONDS_MAX = 120;
    private static final int RESTARTS_MAX = 3;
    private static final long POLL_MILLIS = 100;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<Victim> VICTIMS = List.of(Victim.values());
    private static final Set<String> ACTIVE = Set.of("QUEUED", "RUNNING", "");

    @Override
    public String name() {
        return "drop-connections";
    }

    @Override
    public String summary() {
        return "Drops catalog, source or index while a survey works; what do readers see?";
    }

    @Override
    public Set<String> zeros() {
        return Set.of("lost");
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        try (House house = House.open(workplace.home(), name(), workplace.progress())) {
            ChangingDatabase database = new ChangingDatabase(house.source(), DATABASE, TABLES);
            try (SurveyClient client =
                    SurveyClient.of(
                            house.start(
                                            "writer",
                                            "surveyor.survey.lease=5s",
                                            "surveyor.catalog.connect-timeout=2s")
                                    .uri())) {
                return dropAll(workplace, house, database, client);
            }
        } catch (SQLException e) {
            throw new IOException("the catalog cannot be looked into", e);
        }
    }

    private static Report dropAll(
            Workplace workplace, House house, ChangingDatabase database, SurveyClient client)
            throws IOException, InterruptedException, SQLException {
        String connection = client.connect(database.fields("dropped"));
        UUID id = UUID.fromString(connection);
        survey(client, connection);
        String first = sha256(house, id);
        database.turn();
        double millis = survey(client, connection);
        String second = sha256(house, id);

        Random random = new Random(workplace.seed());
        List<String> losses = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        int restarted = 0;
        int read = 0;
        for (int i = 1; i <= workplace.times(); i++) {
            Victim victim = VICTIMS.get((i - 1) % VICTIMS.size());
            long moment = Math.round(random.nextDouble() * millis);
            database.turn();
            String wanted = database.second() ? second : first;
            long begin = System.nanoTime();
            List<String> faults = new ArrayList<>();
            int restarts;
            try (Reader reader = new Reader(house, id, Set.of(first, second))) {
                String survey = client.begin(connection, "INCREMENTAL");
                Thread.sleep(moment);
                victim.drop(house, DATABASE);
                restarts = finish(client, survey, faults);
                faults.addAll(reader.oddities());
                read += reader.editionsRead();
            }
            if (!sha256(house, id).equals(wanted)) {
                faults.add("the edition in service is not the new one");
            }
            restarted += restarts > 0 ? 1 : 0;
            seconds.add((System.nanoTime() - begin) / NANOS_PER_MILLI / 1000);
            workplace
                    .progress()
                    .printf(
                            "drop %d of %s at %d ms: %s, %d restarts%n",
                            i, victim, moment, faults.isEmpty() ? "whole" : faults, restarts);
            if (!faults.isEmpty()) {
                losses.add("drop %d of %s: %s".formatted(i, victim, faults));
            }
        }
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("drops", workplace.times());
        results.put("restarted", restarted);
        results.put("lost", losses.size());
        List<String> remarks = new ArrayList<>(losses);
        remarks.add(
                "%d whole editions were read meanwhile; %d surveys had to be restarted by hand. Lost: %d."
                        .formatted(read, restarted, losses.size()));
        return new Report(
                List.of(
                        new Report.Row(
                                "survey with a drop in it, to its end", "s", new Samples(seconds))),
                remarks,
                results);
    }

    private static double survey(SurveyClient client, String connection)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        client.awaitCompleted(client.begin(connection, "INCREMENTAL"), SURVEY_SECONDS_MAX);
        return (System.nanoTime() - begin) / NANOS_PER_MILLI;
    }

    private static String sha256(House house, UUID connection) throws IOException, SQLException {
        try (Connection store = house.toCatalog()) {
            return Shelf.served(store, connection).sha256();
        }
    }

    /** Waits for its end, and restarts it where it stopped; how often that was needed. */
    private static int finish(SurveyClient client, String survey, List<String> faults)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SURVEY_SECONDS_MAX);
        int restarts = 0;
        String state = "";
        while (System.nanoTime() < end) {
            state = state(client, survey);
            if (state.equals("COMPLETED")) {
                return restarts;
            }
            if (!ACTIVE.contains(state) && restarts < RESTARTS_MAX && restart(client, survey)) {
                restarts++;
            }
            Thread.sleep(POLL_MILLIS);
        }
        faults.add("it never ended well, the last that was heard of it is " + state);
        return restarts;
    }

    /** Empty while nobody can say. */
    private static String state(SurveyClient client, String survey) throws InterruptedException {
        try {
            JsonNode found = client.survey(survey);
            return found.path("state").asString("");
        } catch (IOException away) {
            return "";
        }
    }

    private static boolean restart(SurveyClient client, String survey) throws InterruptedException {
        try {
            return client.api().post("/jobs/surveys/" + survey + "/restart", Map.of()).good();
        } catch (IOException away) {
            return false;
        }
    }
}
