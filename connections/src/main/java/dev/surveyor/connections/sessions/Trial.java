package dev.surveyor.connections.sessions;

import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.catalog.Schema;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.ConnectionsSettings;
import dev.surveyor.connections.secrets.ConnectionSecrets.Unsealed;
import dev.surveyor.sources.RolePowers;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries a connection out: can it be opened, how far away is it, what could its role do. */
@Component
public class Trial {

    private static final int PROBES = 3;
    private static final int SCHEMAS_MAX = 100;
    private static final Duration STATEMENT_MAX = Duration.ofSeconds(10);
    private static final String ROLE = "surveyor_reader";
    private static final String PUBLIC = "public";

    /**
     * What a test found.
     *
     * @param code stable, for programs: {@code ok}, {@code role-too-powerful}, or why it failed
     * @param server product and version; null: it was not reached
     * @param latencyMillis of a small round trip; null: it was not reached
     * @param role what it could do; null: it was not reached
     * @param script makes a role that can read and nothing else
     */
    public record TestFindings(
            boolean success,
            String code,
            String message,
            @Nullable String server,
            @Nullable Double latencyMillis,
            @Nullable RolePowers role,
            List<String> warnings,
            String script) {

        public TestFindings {
            warnings = List.copyOf(warnings);
        }
    }

    /** What is tried. */
    public record Tried(
            ConnectionAddress address,
            Unsealed secrets,
            List<String> schemas,
            boolean powerfulRoleAllowed) {

        public Tried {
            schemas = List.copyOf(schemas);
        }
    }

    private final Opener opener;
    private final AuditTrail audit;
    private final Semaphore running;
    private final int runningMax;

    Trial(Opener opener, AuditTrail audit, ConnectionsSettings settings) {
        this.opener = opener;
        this.audit = audit;
        this.runningMax = settings.testsMax();
        this.running = new Semaphore(runningMax);
    }

    /** Tries it; a source that cannot be used is a finding, an address that is refused is not. */
    public TestFindings run(Tried tried, String subject, Caller caller) {
        if (!running.tryAcquire()) {
            throw new ConnectionsException(
                    Code.BUSY,
                    "%d connections are being tested right now: try again in a moment."
                            .formatted(runningMax));
        }
        try {
            TestFindings found = attempt(tried);
            audit.record(
                    Actor.of(caller),
                    "connection.tested",
                    "connection",
                    subject,
                    Map.of("address", tried.address().display(), "found", found.code()));
            return found;
        } finally {
            running.release();
        }
    }

    private TestFindings attempt(Tried tried) {
        try (SourceSession session =
                opener.open(
                                tried.address(),
                                tried.secrets(),
                                SessionLimits.standard().withStatementTimeout(STATEMENT_MAX),
                                null)
                        .session()) {
            return judged(tried, session);
        } catch (SourceException e) {
            return new TestFindings(
                    false,
                    e.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    String.valueOf(e.getMessage()),
                    null,
                    null,
                    null,
                    List.of(),
                    script(tried, tried.schemas().isEmpty() ? List.of(PUBLIC) : tried.schemas()));
        }
    }

    private static TestFindings judged(Tried tried, SourceSession session) {
        RolePowers powers = session.rolePowers();
        double latency = latencyMillis(session);
        boolean refused = powers.dangerous() && !tried.powerfulRoleAllowed();
        return new TestFindings(
                !refused,
                refused ? "role-too-powerful" : "ok",
                refused
                        ? tooPowerful(powers.role())
                        : "Connected to %s.".formatted(session.server()),
                session.server(),
                latency,
                powers,
                warnings(powers),
                script(tried, schemas(tried, session)));
    }

    /** The shortest of some: what the network takes at least. */
    private static double latencyMillis(SourceSession session) {
        double shortest = Double.MAX_VALUE;
        for (int i = 0; i < PROBES; i++) {
            long begin = System.nanoTime();
            session.reset();
            shortest = Math.min(shortest, (System.nanoTime() - begin) / 1e6);
        }
        return shortest;
    }

    private static List<String> warnings(RolePowers powers) {
        List<String> warnings = new ArrayList<>();
        if (powers.dangerous()) {
            warnings.add(
                    "An administrator of the database could be reached through this role: "
                            + "it is a superuser, may replicate, or may use the server's files or programs.");
        }
        if (powers.canWrite()) {
            warnings.add(
                    powers.writable().isEmpty()
                            ? "This role may write to the database. Surveyor never does; the script makes a role that cannot."
                            : "This role may write, for example to %s. Surveyor never does; the script makes a role that cannot."
                                    .formatted(powers.writable().getFirst()));
        }
        return warnings;
    }

    private static List<String> schemas(Tried tried, SourceSession session) {
        return tried.schemas().isEmpty()
                ? session.structure().schemas().stream()
                        .map(Schema::name)
                        .limit(SCHEMAS_MAX)
                        .toList()
                : tried.schemas();
    }

    private static String script(Tried tried, List<String> schemas) {
        return Sources.dialect(tried.address().kind())
                .leastPrivilegeScript(tried.address().database(), ROLE, schemas);
    }

    static String tooPowerful(String role) {
        return "The role '%s' can do harm beyond reading (superuser, replication, or the server's files and programs): make one that can only read, with the script that a test of the connection gives, or ask an administrator to allow this one."
                .formatted(role);
    }
}
