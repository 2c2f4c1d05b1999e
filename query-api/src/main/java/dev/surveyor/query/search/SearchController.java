package dev.surveyor.query.search;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Right;
import dev.surveyor.query.known.Known;
import dev.surveyor.query.known.KnownConnections;
import dev.surveyor.query.retrieve.Finds;
import dev.surveyor.query.retrieve.Finds.FoundTable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which tables something is about, over all connections that the asker may ask. */
@RestController
@RequestMapping("/api/v1/search")
class SearchController {

    /** Who can ask more of them names the one that is meant. */
    private static final int CONNECTIONS_MAX = 100;

    private static final int QUESTION_CHARS_MAX = 1_000;

    record MetWord(String word, @Nullable String column, @Nullable String value, double likeness) {}

    /**
     * A table that fits.
     *
     * @param score between 0 and 1
     * @param columns the best of it
     * @param why where the words were met
     */
    record FoundInConnection(
            UUID connectionId,
            String connection,
            String schema,
            String table,
            String description,
            double score,
            List<String> columns,
            List<MetWord> why) {}

    /**
     * What fits, the best first.
     *
     * @param unmet words that stand nowhere
     * @param searched how many connections were looked at
     * @param more whether there are connections that were not
     */
    record SearchResult(
            List<FoundInConnection> items, List<String> unmet, int searched, boolean more) {}

    private final Connections connections;
    private final KnownConnections known;

    SearchController(Connections connections, KnownConnections known) {
        this.connections = connections;
        this.known = known;
    }

    @GetMapping
    @Needs(Permission.ASK)
    SearchResult search(
            @RequestParam @NotBlank @Size(max = QUESTION_CHARS_MAX) String q,
            @RequestParam(required = false) @Nullable UUID connectionId,
            @RequestParam(defaultValue = "5") @Min(1) @Max(50) int limit,
            Caller caller) {
        List<UUID> ids =
                connectionId == null
                        ? connections.askable(caller, CONNECTIONS_MAX + 1)
                        : List.of(connectionId);
        Map<UUID, Known> searched = new LinkedHashMap<>();
        for (UUID id : ids.stream().limit(CONNECTIONS_MAX).toList()) {
            Optional<Known> there = known.ofNewest(connections.require(id, caller, Right.CHAT));
            there.ifPresent(each -> searched.put(id, each));
        }
        Finds finds =
                known.search()
                        .find(q, searched.values().stream().map(Known::sight).toList(), limit);
        return new SearchResult(
                finds.tables().stream().flatMap(table -> told(table, searched).stream()).toList(),
                finds.unmet(),
                searched.size(),
                ids.size() > CONNECTIONS_MAX);
    }

    private static Optional<FoundInConnection> told(FoundTable found, Map<UUID, Known> searched) {
        return Optional.ofNullable(searched.get(found.connection()))
                .flatMap(in ->
                        in.insight(found.table())
                                .map(insight ->
                                        new FoundInConnection(
                                                found.connection(),
                                                in.name(),
                                                found.table().schema(),
                                                found.table().name(),
                                                insight.description().text(),
                                                found.score(),
                                                found.columns().stream()
                                                        .map(Finds.FoundColumn::column)
                                                        .toList(),
                                                found.why().stream()
                                                        .map(met ->
                                                                new MetWord(
                                                                        met.word(),
                                                                        met.column(),
                                                                        met.value(),
                                                                        met.likeness()))
                                                        .toList())));
    }
}
