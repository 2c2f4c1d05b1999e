package dev.surveyor.pipeline.document;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.pipeline.strategy.MeasureWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Questions that a table can answer, made of names only: none of them holds a value. */
public final class TypicalQuestions {

    private static final int QUESTIONS_MAX = 8;
    private static final int OF_A_KIND_MAX = 2;

    private final Table table;
    private final Map<String, Strategy> strategies = new HashMap<>();
    private final Map<String, SemanticType> meanings = new HashMap<>();
    private final Pointers pointers;
    private final String rows;

    private TypicalQuestions(
            Table table, TableProfile profile, List<ColumnInsight> columns, Pointers pointers) {
        this.table = table;
        columns.forEach(each -> strategies.put(each.name(), each.strategy().strategy()));
        profile.columns().forEach(each -> meanings.put(each.column(), each.semanticType()));
        this.pointers = pointers;
        this.rows = Phrases.plural(Plain.words(table.name().name()));
    }

    public static List<String> of(
            Table table, TableProfile profile, List<ColumnInsight> columns, Pointers pointers) {
        return new TypicalQuestions(table, profile, columns, pointers).all();
    }

    private List<String> all() {
        List<String> questions = new ArrayList<>();
        questions.add("How many %s are there?".formatted(rows));
        List<String> kinds = named(this::isKind);
        List<String> measures = named(this::isMeasure);
        kinds.forEach(
                kind -> questions.add("How many %s are there for each %s?".formatted(rows, kind)));
        measures.forEach(
                measure -> questions.add("What is the average %s of %s?".formatted(measure, rows)));
        if (!kinds.isEmpty() && !measures.isEmpty()) {
            questions.add(
                    "What is the sum of %s of %s by %s?"
                            .formatted(measures.getFirst(), rows, kinds.getFirst()));
        }
        named(this::isMoment)
                .forEach(moment ->
                        questions.add("How many %s by month of %s?".formatted(rows, moment)));
        pointers.owners(OF_A_KIND_MAX)
                .forEach(
                        owner -> questions.add("Which %s has the most %s?".formatted(owner, rows)));
        named(this::isName)
                .forEach(
                        name -> questions.add("Which %s have a certain %s?".formatted(rows, name)));
        return questions.stream().distinct().limit(QUESTIONS_MAX).toList();
    }

    private List<String> named(Predicate<Column> kind) {
        return table.columns().stream()
                .filter(kind)
                .map(column -> Plain.words(column.name()))
                .distinct()
                .limit(OF_A_KIND_MAX)
                .toList();
    }

    private Strategy strategy(Column column) {
        return strategies.getOrDefault(column.name(), Strategy.SKIP);
    }

    private boolean isKind(Column column) {
        return strategy(column) == Strategy.CATEGORICAL && pointers.of(column.name()).isEmpty();
    }

    private boolean isName(Column column) {
        return strategy(column) == Strategy.VECTOR;
    }

    private boolean isMeasure(Column column) {
        boolean number =
                Set.of(TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOAT, TypeFamily.MONEY)
                        .contains(column.type().family());
        boolean key =
                table.keys().stream().anyMatch(each -> each.columns().contains(column.name()));
        boolean measure =
                column.type().family() != TypeFamily.INTEGER || MeasureWords.in(column.name());
        return number
                && measure
                && !key
                && strategy(column) == Strategy.SKIP
                && pointers.of(column.name()).isEmpty()
                && meaning(column) != SemanticType.IDENTIFIER;
    }

    private SemanticType meaning(Column column) {
        return meanings.getOrDefault(column.name(), SemanticType.NONE);
    }

    private boolean isMoment(Column column) {
        TypeFamily family = column.type().family();
        return family == TypeFamily.DATE
                || family == TypeFamily.TIMESTAMP
                || meaning(column) == SemanticType.DATE_IN_TEXT;
    }
}
