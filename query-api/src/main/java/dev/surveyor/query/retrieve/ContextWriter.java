package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.TableName;
import dev.surveyor.query.retrieve.Finds.FoundColumn;
import dev.surveyor.query.retrieve.Finds.FoundTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Puts together what was found in one connection, within a budget of tokens: the tables that are
 * likely meant, those that join them, then the others, each as long as there is room.
 */
public final class ContextWriter {

    /** Tables that are at least so likely, beside the likeliest, are taken as meant. */
    private static final double LINKED_SHARE = 0.3;

    private static final int LINKED_MAX = 5;

    private final Sight sight;
    private final Function<TableName, Optional<Insight>> insights;
    private final ToIntFunction<String> tokens;
    private final SchemaText texts;

    /**
     * For one asker and one connection.
     *
     * @param insights what the edition knows of a table
     * @param tokens counts a text's tokens
     * @param withValues whether values may be told, as the connection's egress says
     */
    public ContextWriter(
            Sight sight,
            Function<TableName, Optional<Insight>> insights,
            ToIntFunction<String> tokens,
            boolean withValues) {
        this.sight = sight;
        this.insights = insights;
        this.tokens = tokens;
        texts = new SchemaText(sight, withValues);
    }

    /** What does not fit is left out, but the likeliest table never is. */
    public SchemaContext write(Finds finds, int tokensMax) {
        List<FoundTable> found =
                finds.tables().stream()
                        .filter(table -> table.connection().equals(sight.lookup().connection()))
                        .toList();
        List<JoinTree> joins = JoinTrees.of(sight, linked(found));
        Set<String> conditions = new LinkedHashSet<>();
        joins.forEach(tree ->
                tree.relations().forEach(relation -> conditions.add(SchemaText.of(relation))));
        int left = tokensMax - tokens.applyAsInt(joinText(conditions));
        Map<TableName, String> blocks = new LinkedHashMap<>();
        List<TableName> leftOut = new ArrayList<>();
        for (TableName table : inOrder(found, joins)) {
            Optional<String> block = fitting(table, found, left, blocks.isEmpty());
            if (block.isPresent()) {
                blocks.put(table, block.get());
                left -= tokens.applyAsInt(block.get());
            } else {
                leftOut.add(table);
            }
        }
        addOtherJoins(conditions, blocks.keySet(), left);
        String text = String.join("", blocks.values()) + joinText(conditions);
        return new SchemaContext(
                text, List.copyOf(blocks.keySet()), leftOut, joins, tokens.applyAsInt(text));
    }

    /** Other relations between the tables that are told, as long as there is room. */
    private void addOtherJoins(Set<String> conditions, Set<TableName> told, int tokensLeft) {
        int left = tokensLeft;
        for (Relation relation : JoinTrees.between(sight, told)) {
            String condition = SchemaText.of(relation);
            left -= tokens.applyAsInt(condition);
            if (left < 0) {
                return;
            }
            conditions.add(condition);
        }
    }

    static List<TableName> linked(List<FoundTable> found) {
        double least = found.isEmpty() ? 0 : LINKED_SHARE * found.getFirst().score();
        return found.stream()
                .filter(table -> table.score() >= least)
                .limit(LINKED_MAX)
                .map(FoundTable::table)
                .toList();
    }

    private static Set<TableName> inOrder(List<FoundTable> found, List<JoinTree> joins) {
        Set<TableName> tables = new LinkedHashSet<>(linked(found));
        joins.stream().limit(1).forEach(join -> tables.addAll(join.tables()));
        found.forEach(table -> tables.add(table.table()));
        joins.forEach(join -> tables.addAll(join.tables()));
        return tables;
    }

    /** With all columns, else with those that were found. */
    private Optional<String> fitting(
            TableName table, List<FoundTable> found, int left, boolean first) {
        Optional<Insight> insight = insights.apply(table);
        if (insight.isEmpty()) {
            return Optional.empty();
        }
        Set<String> all =
                insight.get().table().columns().stream()
                        .map(Column::name)
                        .collect(Collectors.toSet());
        String whole = texts.of(insight.get(), all);
        if (tokens.applyAsInt(whole) <= left) {
            return Optional.of(whole);
        }
        String part = texts.of(insight.get(), foundColumns(table, found));
        return first || tokens.applyAsInt(part) <= left ? Optional.of(part) : Optional.empty();
    }

    private static Set<String> foundColumns(TableName table, List<FoundTable> found) {
        return found.stream()
                .filter(each -> each.table().equals(table))
                .flatMap(each -> each.columns().stream())
                .map(FoundColumn::column)
                .collect(Collectors.toSet());
    }

    private static String joinText(Set<String> conditions) {
        return conditions.isEmpty()
                ? ""
                : conditions.stream()
                        .map(condition -> "  " + condition + "\n")
                        .collect(Collectors.joining("", "joins\n", ""));
    }
}
