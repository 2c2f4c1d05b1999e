package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.SourceSessions;
import dev.surveyor.pipeline.PipelineSettings;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Measures tables whatever happens to the connection meanwhile: each is done, or has a problem. */
@Component
class TableProfiles {

    private static final int STRIKES_MAX = 2;

    private final SourceSessions sessions;
    private final Patience patience;
    private final PipelineSettings settings;

    TableProfiles(SourceSessions sessions, Patience patience, PipelineSettings settings) {
        this.sessions = sessions;
        this.patience = patience;
        this.settings = settings;
    }

    Map<TableName, TableProfile> of(SurveyRun run, List<Table> tables) {
        ProfileRequest request = request(run);
        Map<TableName, TableProfile> done = new HashMap<>();
        Map<TableName, Table> open = new LinkedHashMap<>();
        tables.forEach(table -> open.put(table.name(), table));
        Map<TableName, Integer> strikes = new HashMap<>();
        while (!open.isEmpty()) {
            // After a strike one by one: what breaks the connection is to be alone with it.
            List<Table> next =
                    strikes.isEmpty()
                            ? List.copyOf(open.values())
                            : List.of(open.values().iterator().next());
            patience.outlast(run, "survey", () -> measure(run, next, request, open, done, strikes));
        }
        return done;
    }

    private ProfileRequest request(SurveyRun run) {
        ProfileRequest standard = ProfileRequest.standard(ProfileRequest.Depth.FULL);
        return new ProfileRequest(
                standard.depth(),
                settings.categoriesMax(),
                standard.samplesMax(),
                standard.valueCharsMax(),
                Duration.ofSeconds(run.connection().options().survey().tableSecondsMax()),
                standard.tableBytesMax());
    }

    private boolean measure(
            SurveyRun run,
            List<Table> tables,
            ProfileRequest request,
            Map<TableName, Table> open,
            Map<TableName, TableProfile> done,
            Map<TableName, Integer> strikes) {
        long[] last = {System.nanoTime()};
        try (SessionLease lease = sessions.lease(run.connection(), AskerClass.SURVEYS)) {
            last[0] = System.nanoTime();
            run.using(
                    lease.session(),
                    () ->
                            lease.session()
                                    .profile(
                                            tables.stream()
                                                    .filter(table -> open.containsKey(table.name()))
                                                    .toList(),
                                            request,
                                            profile -> {
                                                done.put(profile.table(), profile);
                                                open.remove(profile.table());
                                                last[0] = System.nanoTime();
                                            }));
            return true;
        } catch (SourceException e) {
            if (e.code() != Code.CONNECTION_LOST || open.isEmpty()) {
                throw e;
            }
            Table suspect = open.values().iterator().next();
            Duration took = Duration.ofNanos(System.nanoTime() - last[0]);
            if (isGuilty(suspect, took, request, strikes)) {
                open.remove(suspect.name());
                done.put(suspect.name(), broken(suspect, took));
            }
            return true;
        }
    }

    /** It used up its time, or the connection broke while it was alone with it, twice. */
    private static boolean isGuilty(
            Table suspect, Duration took, ProfileRequest request, Map<TableName, Integer> strikes) {
        int count = strikes.merge(suspect.name(), 1, Integer::sum);
        return count > STRIKES_MAX
                || took.compareTo(request.tableTimeMax().multipliedBy(4).dividedBy(5)) >= 0;
    }

    private static TableProfile broken(Table table, Duration took) {
        return new TableProfile(
                table.name(),
                Method.NOTHING,
                null,
                List.of(),
                took,
                new Problem(
                        Problem.Code.FAILED,
                        "The connection broke each time that the table was read."));
    }
}
