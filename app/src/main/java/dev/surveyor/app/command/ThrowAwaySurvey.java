package dev.surveyor.app.command;

import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.InsightText;
import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.pipeline.ThrowAwayEdition;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A survey of a database that nobody saved; nothing of it is kept. */
final class ThrowAwaySurvey {

    private static final double NANOS = 1e9;
    private static final int NAME_CHARS_MAX = 80;
    private static final int SENTENCE_CHARS_MAX = 200;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final long begun = System.nanoTime();

    ThrowAwaySurvey(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    int run(SourceAddress address, boolean profileOnly) {
        try (SourceSession session = Sources.open(address, SessionLimits.standard())) {
            Runtime.getRuntime().addShutdownHook(new Thread(session::cancel, "survey-cancel"));
            return profileOnly ? profile(session) : survey(session);
        } finally {
            out.flush();
        }
    }

    private int survey(SourceSession session) {
        EditionContent content;
        try (SurveyProgress progress = new SurveyProgress(err, Terminal.isThere())) {
            content =
                    ThrowAwayEdition.of(
                            session,
                            UUID.randomUUID(),
                            ProfileRequest.standard(Depth.FULL),
                            progress::tables);
        }
        if (json) {
            content.insights().forEach(insight -> out.println(InsightText.of(insight)));
        } else {
            summary(content);
        }
        return exitCode(content.insights().stream().map(Insight::profile).toList());
    }

    private void summary(EditionContent content) {
        out.printf(
                Locale.ROOT,
                "%s, %s: surveyed in %.1f s, nothing was kept%n",
                content.edition().server(),
                Printable.of(content.edition().database(), NAME_CHARS_MAX),
                seconds());
        TextTable lines = new TextTable();
        lines.add(List.of("table", "rows", "listed", "embedded", "skipped", "relations"));
        content.insights().forEach(insight -> lines.add(cells(insight)));
        out.print(lines);
        problems(content.insights().stream().map(Insight::profile).toList());
    }

    private static List<String> cells(Insight insight) {
        return List.of(
                Printable.of(insight.name().toString(), NAME_CHARS_MAX),
                rows(insight.profile()),
                columns(insight, Strategy.CATEGORICAL),
                columns(insight, Strategy.VECTOR),
                columns(insight, Strategy.SKIP),
                Integer.toString(insight.table().relations().size() + insight.relations().size()));
    }

    private static String rows(TableProfile profile) {
        return profile.rows() == null
                ? "?"
                : String.format(
                        Locale.ROOT,
                        "%s%,d",
                        profile.rows().exact() ? "" : "~",
                        profile.rows().value());
    }

    private static String columns(Insight insight, Strategy strategy) {
        return Long.toString(
                insight.columns().stream()
                        .filter(column -> column.strategy().strategy() == strategy)
                        .count());
    }

    private int profile(SourceSession session) {
        Structure structure = session.structure();
        Map<TableName, TableProfile> profiles = new TreeMap<>();
        try (SurveyProgress progress = new SurveyProgress(err, Terminal.isThere())) {
            session.profile(
                    structure.tables(),
                    ProfileRequest.standard(Depth.FULL),
                    profile -> {
                        profiles.put(profile.table(), profile);
                        progress.tables(profiles.size(), structure.tables().size());
                    });
        }
        if (json) {
            profiles.values()
                    .forEach(each -> out.println(JsonMapper.shared().writeValueAsString(each)));
        } else {
            new InspectedText(structure, profiles).print(out);
            out.printf(
                    Locale.ROOT,
                    "%n%,d tables measured in %.1f s; no relations inferred, no documents made, nothing kept%n",
                    profiles.size(),
                    seconds());
        }
        return exitCode(profiles.values());
    }

    private double seconds() {
        return (System.nanoTime() - begun) / NANOS;
    }

    private void problems(Collection<TableProfile> profiles) {
        for (TableProfile each : profiles) {
            Problem problem = each.problem();
            if (problem != null && problem.code() != Problem.Code.UNSUPPORTED) {
                out.printf(
                        "  ! %s: %s%n",
                        Printable.of(each.table().toString(), NAME_CHARS_MAX),
                        Printable.of(problem.sentence(), SENTENCE_CHARS_MAX));
            }
        }
    }

    /** Where nothing at all could be measured, there is no survey. */
    private static int exitCode(Collection<TableProfile> profiles) {
        boolean nothing =
                !profiles.isEmpty()
                        && profiles.stream()
                                .allMatch(each ->
                                        each.method() == TableProfile.Method.NOTHING
                                                && each.problem() != null);
        return nothing ? Commands.FAILED : 0;
    }
}
