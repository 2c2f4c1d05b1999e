package dev.surveyor.query.intelligence;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Cursor;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.Drift;
import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.Editions;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Right;
import dev.surveyor.query.QueryException;
import dev.surveyor.query.QueryException.Code;
import dev.surveyor.query.intelligence.InsightViews.ColumnView;
import dev.surveyor.query.intelligence.InsightViews.InsightDetail;
import dev.surveyor.query.intelligence.InsightViews.ListedInsight;
import dev.surveyor.query.intelligence.InsightViews.RelationView;
import dev.surveyor.query.sight.Sighted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What surveys found of a connection, with the asker's policies applied. */
@RestController
@RequestMapping("/api/v1/intelligence/{connectionId}")
class IntelligenceController {

    private static final int RELATIONS_MAX = 10_000;

    record ListedInsights(List<ListedInsight> items, @Nullable String next) {}

    /** An edition that is kept; exactly one is current. */
    record ListedEdition(
            long number,
            boolean current,
            Instant surveyedAt,
            Instant publishedAt,
            Instant confirmedAt,
            String database,
            int tables,
            String model) {}

    record ListedEditions(List<ListedEdition> items) {}

    record EditionStats(
            long edition,
            Instant surveyedAt,
            Instant confirmedAt,
            int tables,
            long columns,
            long rows,
            Map<Strategy, Long> strategies,
            long personalColumns,
            long declaredRelations,
            long inferredRelations,
            int failedTables) {}

    record EditionDrift(
            long edition, Map<Drift.Kind, Integer> counts, List<Drift.Change> changes) {}

    record EditionRelations(long edition, List<RelationView> items, boolean more) {}

    private record Asked(Edition edition, Sighted sight) {}

    private final Connections connections;
    private final Editions editions;

    IntelligenceController(Connections connections, Editions editions) {
        this.connections = connections;
        this.editions = editions;
    }

    @GetMapping("/insights")
    @Needs(Permission.CONNECTIONS_READ)
    ListedInsights insights(
            @PathVariable UUID connectionId,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable @Size(max = 1200) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        Asked asked = asked(connectionId, caller);
        List<Insight> page =
                editions.page(
                        asked.edition(),
                        q == null ? "" : q,
                        after == null ? null : place(after),
                        limit);
        return new ListedInsights(
                page.stream()
                        .flatMap(insight -> asked.sight().of(insight).stream())
                        .map(insight -> ListedInsight.of(connectionId, insight))
                        .toList(),
                page.size() < limit ? null : cursor(page.getLast().name()));
    }

    @GetMapping("/insights/{id}")
    @Needs(Permission.CONNECTIONS_READ)
    InsightDetail insight(@PathVariable UUID connectionId, @PathVariable UUID id, Caller caller) {
        Asked asked = asked(connectionId, caller);
        Insight insight =
                editions.insight(asked.edition(), id)
                        .flatMap(asked.sight()::of)
                        .orElseThrow(() ->
                                new QueryException(
                                        Code.INSIGHT_UNKNOWN,
                                        "There is no such table in the newest edition, or you may not see it."));
        return new InsightDetail(
                ListedInsight.of(connectionId, insight),
                insight.synonyms(),
                insight.questions(),
                insight.columns().stream().map(column -> ColumnView.of(insight, column)).toList(),
                Stream.concat(insight.table().relations().stream(), insight.relations().stream())
                        .filter(asked.sight()::sees)
                        .map(RelationView::of)
                        .toList(),
                insight.document(),
                editions.corrections(connectionId, insight.name()).version());
    }

    @GetMapping("/editions")
    @Needs(Permission.CONNECTIONS_READ)
    ListedEditions editions(@PathVariable UUID connectionId, Caller caller) {
        connections.require(connectionId, caller, Right.VIEW);
        return new ListedEditions(
                editions.of(connectionId).stream()
                        .map(edition ->
                                new ListedEdition(
                                        edition.number(),
                                        edition.current(),
                                        edition.surveyed(),
                                        edition.published(),
                                        edition.confirmed(),
                                        edition.database(),
                                        edition.tables(),
                                        edition.model()))
                        .toList());
    }

    @GetMapping("/stats")
    @Needs(Permission.CONNECTIONS_READ)
    EditionStats stats(@PathVariable UUID connectionId, Caller caller) {
        Asked asked = asked(connectionId, caller);
        Tally tally = new Tally();
        editions.insights(
                asked.edition(), insight -> asked.sight().of(insight).ifPresent(tally::add));
        return tally.stats(asked.edition());
    }

    /** What an edition changed in the one before; the newest where none is named. */
    @GetMapping("/drift")
    @Needs(Permission.CONNECTIONS_READ)
    EditionDrift drift(
            @PathVariable UUID connectionId,
            @RequestParam(required = false) @Nullable @Min(1) Long edition,
            Caller caller) {
        Asked asked = asked(connectionId, caller);
        Edition wanted =
                edition == null
                        ? asked.edition()
                        : editions.edition(connectionId, edition)
                                .orElseThrow(() ->
                                        new QueryException(
                                                Code.EDITION_UNKNOWN,
                                                "This edition is not kept: ask which ones are."));
        Drift drift = editions.drift(wanted);
        List<Drift.Change> seen = drift.changes().stream().filter(asked.sight()::sees).toList();
        boolean all = seen.size() == drift.changes().size();
        return new EditionDrift(wanted.number(), all ? drift.counts() : counts(seen), seen);
    }

    /** Who may not see all changes is not told how many there are. */
    private static Map<Drift.Kind, Integer> counts(List<Drift.Change> changes) {
        Map<Drift.Kind, Integer> counts = new EnumMap<>(Drift.Kind.class);
        changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        return counts;
    }

    @GetMapping("/relations")
    @Needs(Permission.CONNECTIONS_READ)
    EditionRelations relations(@PathVariable UUID connectionId, Caller caller) {
        Asked asked = asked(connectionId, caller);
        List<RelationView> relations = new ArrayList<>();
        editions.insights(
                asked.edition(),
                insight ->
                        Stream.concat(
                                        insight.table().relations().stream(),
                                        insight.relations().stream())
                                .filter(asked.sight()::sees)
                                .limit(RELATIONS_MAX + 1L - relations.size())
                                .map(RelationView::of)
                                .forEach(relations::add));
        boolean more = relations.size() > RELATIONS_MAX;
        return new EditionRelations(
                asked.edition().number(),
                more ? relations.subList(0, RELATIONS_MAX) : relations,
                more);
    }

    private Asked asked(UUID connection, Caller caller) {
        Sighted sight = new Sighted(connections.require(connection, caller, Right.VIEW).policies());
        Edition edition =
                editions.current(connection)
                        .orElseThrow(() ->
                                new QueryException(
                                        Code.NOT_SURVEYED,
                                        "This connection was not surveyed yet: begin a survey, or wait for the one that runs."));
        return new Asked(edition, sight);
    }

    private static String cursor(TableName last) {
        return Cursor.write(base64(last.schema()) + " " + base64(last.name()));
    }

    /** Names have any characters, cursors only ASCII. */
    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TableName place(String after) {
        String[] parts = Cursor.read(after).split(" ", -1);
        try {
            return new TableName(text(parts[0]), text(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // What is none of our cursors is refused by the one who reads them.
            Cursor.read("");
            throw e;
        }
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /** Adds insights up, one at a time. */
    private static final class Tally {

        private final Map<Strategy, Long> strategies = new EnumMap<>(Strategy.class);
        private int tables;
        private long columns;
        private long rows;
        private long personal;
        private long declared;
        private long inferred;
        private int failed;

        void add(Insight insight) {
            tables++;
            columns += insight.columns().size();
            var counted = insight.profile().rows();
            rows += counted == null ? 0 : counted.value();
            for (ColumnInsight column : insight.columns()) {
                strategies.merge(column.strategy().strategy(), 1L, Long::sum);
                personal += column.personal() ? 1 : 0;
            }
            declared += insight.table().relations().size();
            inferred += insight.relations().size();
            failed += insight.profile().problem() == null ? 0 : 1;
        }

        EditionStats stats(Edition edition) {
            return new EditionStats(
                    edition.number(),
                    edition.surveyed(),
                    edition.confirmed(),
                    tables,
                    columns,
                    rows,
                    strategies,
                    personal,
                    declared,
                    inferred,
                    failed);
        }
    }
}
