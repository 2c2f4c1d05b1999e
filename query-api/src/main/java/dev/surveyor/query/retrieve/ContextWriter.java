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
    private final Map<TableName, Block> wholes;

    /** A table's lines. */
    public record Block(String text, int tokens) {}

    /**
     * For one asker and one connection.
     *
     * @param insights what the edition knows of a table
     * @param tokens counts a text's tokens
     * @param withValues whether values may be told, as the connection's egress says
     * @param wholes tables with all their columns as they were written before for somebody who sees
     *     the same, for the same count of tokens; gets those that are written now
     */
    public ContextWriter(
            Sight sight,
            Function<TableName, Optional<Insight>> insights,
            ToIntFunction<String> tokens,
            boolean withValues,
            Map<TableName, Block> wholes) {
        this.sight = sight;
        this.insights = insights;
        this.tokens = tokens;
        this.wholes = wholes;
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
        Map<TableName, Block> blocks = new LinkedHashMap<>();
        List<TableName> leftOut = new ArrayList<>();
        for (TableName table : inOrder(found, joins)) {
            Optional<Block> block = fitting(table, found, left, blocks.isEmpty());
            if (block.isPresent()) {
                blocks.put(table, block.get());
                left -= block.get().tokens();
            } else {
                leftOut.add(table);
            }
        }
        addOtherJoins(conditions, blocks.keySet(), left);
        String told = joinText(conditions);
        return new SchemaContext(
                blocks.values().stream().map(Block::text).collect(Collectors.joining()) + told,
                List.copyOf(blocks.keySet()),
                leftOut,
                joins,
                blocks.values().stream().mapToInt(Block::tokens).sum() + tokens.applyAsInt(told));
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
    private Optional<Block> fitting(
            TableName table, List<FoundTable> found, int left, boolean first) {
        Block whole = wholes.get(table);
        if (whole == null) {
            Optional<Insight> insight = insights.apply(table);
            if (insight.isEmpty()) {
                return Optional.empty();
            }
            whole = whole(insight.get());
            wholes.put(table, whole);
        }
        if (whole.tokens() <= left) {
            return Optional.of(whole);
        }
        return insights.apply(table)
                .map(insight -> block(texts.of(insight, foundColumns(table, found))))
                .filter(part -> first || part.tokens() <= left);
    }

    private Block whole(Insight insight) {
        return block(
                texts.of(
                        insight,
                        insight.table().columns().stream()
                                .map(Column::name)
                                .collect(Collectors.toSet())));
    }

    private Block block(String text) {
        return new Block(text, tokens.applyAsInt(text));
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
