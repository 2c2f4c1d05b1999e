package dev.surveyor.eval.planner;

import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Policies;
import dev.surveyor.eval.Access;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Editions made ready for the planner, each surveyed when it is first asked about. */
final class Lookups {

    private static final String SQLITE = "jdbc:sqlite:";

    private final Map<Access, Surveyed> surveyed = new ConcurrentHashMap<>();

    Lookup of(Access access) {
        return surveyed(access).lookup();
    }

    Surveyed surveyed(Access access) {
        return surveyed.computeIfAbsent(access, Lookups::survey);
    }

    private static Surveyed survey(Access access) {
        try (SourceSession session = Sources.open(address(access), SessionLimits.standard())) {
            EditionContent edition = Survey.of(session, access.schema());
            return new Surveyed(
                    Lookup.of(edition),
                    session.statementRules().judge(edition.structure(), Policies.NONE, Map.of()));
        } catch (SourceException e) {
            throw new EvaluationException("Cannot survey a database: " + e.getMessage(), e);
        }
    }

    static SourceAddress address(Access access) {
        return switch (access.dialect()) {
            case SQLITE ->
                    SourceAddress.ofFile(
                            "sqlite", Path.of(access.url().substring(SQLITE.length())));
            case POSTGRES -> PostgresAddress.of(access.url());
        };
    }
}
