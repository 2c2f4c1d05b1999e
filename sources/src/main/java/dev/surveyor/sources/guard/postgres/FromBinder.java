package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.postgres.Expression.Call;
import dev.surveyor.sources.guard.postgres.Expression.Phrase;
import dev.surveyor.sources.guard.postgres.Facts.ColumnFact;
import dev.surveyor.sources.guard.postgres.Facts.FunctionFact;
import dev.surveyor.sources.guard.postgres.FromItem.Alias;
import dev.surveyor.sources.guard.postgres.FromItem.ColumnDefinition;
import dev.surveyor.sources.guard.postgres.FromItem.Functions;
import dev.surveyor.sources.guard.postgres.FromItem.Join;
import dev.surveyor.sources.guard.postgres.FromItem.Nested;
import dev.surveyor.sources.guard.postgres.FromItem.Phrased;
import dev.surveyor.sources.guard.postgres.FromItem.Table;
import dev.surveyor.sources.guard.postgres.Scope.Commons;
import dev.surveyor.sources.guard.postgres.Scope.Output;
import dev.surveyor.sources.guard.postgres.Scope.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in FROM, and what it lets be named. */
final class FromBinder {

    private final Binder binder;

    FromBinder(Binder binder) {
        this.binder = binder;
    }

    /**
     * @param outer what is around the query
     * @param beside what stands before it in the same FROM
     */
    List<Range> item(
            FromItem item, @Nullable Scope outer, List<Range> beside, @Nullable Commons commons) {
        return switch (item) {
            case Table table -> List.of(table(table, outer, commons));
            case Nested nested -> {
                Scope around = nested.lateral() ? new Scope(outer, List.copyOf(beside)) : outer;
                Output output = binder.query(nested.query(), around, commons);
                yield List.of(range(nested.alias(), "", output));
            }
            case Functions functions ->
                    List.of(functions(functions, new Scope(outer, List.copyOf(beside)), commons));
            case Phrased phrased -> {
                Phrase phrase = phrased.phrase();
                binder.expressions.bind(phrase, new Scope(outer, List.copyOf(beside)), commons);
                String name = phrase.name().toLowerCase(java.util.Locale.ROOT);
                yield List.of(range(phrased.alias(), name, new Output(phrase.outputs(), false)));
            }
            case Join join -> join(join, outer, beside, commons);
        };
    }

    private Range range(@Nullable Alias alias, String name, Output output) {
        if (alias == null) {
            return new Range(name, output);
        }
        definitions(alias.definitions());
        return new Range(
                alias.name() == null ? name : alias.name(), output.renamed(alias.columns()));
    }

    private void definitions(List<ColumnDefinition> definitions) {
        for (ColumnDefinition definition : definitions) {
            binder.expressions.made(definition.type());
        }
    }

    private Range table(Table table, @Nullable Scope outer, @Nullable Commons commons) {
        Output common = common(table, commons);
        if (common != null) {
            if (table.sample() != null) {
                throw Refusals.notUnderstood("Only a table can be sampled", table.at().offset());
            }
            String name = table.name().getFirst();
            binder.decided.put(table, new Decided.Plain(Quoting.identifier(name)));
            return range(table.alias(), name, common);
        }
        if (table.sample() != null) {
            sample(table.sample(), outer == null ? Scope.EMPTY : outer, commons);
        }
        return binder.rules.scans().scan(table, binder);
    }

    private static @Nullable Output common(Table table, @Nullable Commons commons) {
        return table.name().size() == 1 ? Commons.find(commons, table.name().getFirst()) : null;
    }

    private void sample(FromItem.Sample sample, Scope scope, @Nullable Commons commons) {
        String method = sample.method().getLast();
        boolean system = Set.of("bernoulli", "system").contains(method);
        if (sample.method().size() > 2
                || !(system || Set.of("system_rows", "system_time").contains(method))) {
            throw Refusals.of(
                    GuardRule.FUNCTION,
                    "Tables may not be sampled by " + method,
                    (sample.arguments().isEmpty()
                                    ? new Position(-1)
                                    : sample.arguments().getFirst().at())
                            .offset(),
                    "BERNOULLI and SYSTEM");
        }
        List<FunctionFact> found =
                binder.rules.facts().functions().getOrDefault(method, List.of()).stream()
                        .filter(one -> binder.rules.names().isOnPath(one.schema()))
                        .toList();
        if (found.size() != 1) {
            throw Refusals.of(GuardRule.FUNCTION, "There is no one sampling method " + method, -1);
        }
        binder.decided.put(sample, Quoting.qualified(List.of(found.getFirst().schema(), method)));
        binder.expressions.all(sample.arguments(), scope, commons);
        binder.expressions.optional(sample.repeatable(), scope, commons);
    }

    private Range functions(Functions functions, Scope scope, @Nullable Commons commons) {
        List<String> columns = new ArrayList<>();
        boolean open = false;
        Alias alias = functions.alias();
        String name = "";
        for (FromItem.Function function : functions.functions()) {
            binder.expressions.bind(function.call(), scope, commons);
            definitions(function.columns());
            name = name.isEmpty() ? OutputNames.of(function.call()) : name;
            Output output = output(function, alias);
            columns.addAll(output.columns());
            open |= output.open();
        }
        if (functions.ordinality()) {
            columns.add("ordinality");
        }
        return range(alias, name, new Output(columns, open));
    }

    private Output output(FromItem.Function function, @Nullable Alias alias) {
        List<ColumnDefinition> definitions =
                function.columns().isEmpty() && alias != null
                        ? alias.definitions()
                        : function.columns();
        if (!definitions.isEmpty()) {
            return new Output(definitions.stream().map(ColumnDefinition::name).toList(), false);
        }
        String own = OutputNames.of(function.call());
        if (!(function.call() instanceof Call call)) {
            return new Output(List.of(aliased(alias, own)), false);
        }
        List<FunctionFact> candidates = binder.rules.names().function(call).functions();
        List<String> first = outputs(candidates.getFirst());
        if (first == null || !candidates.stream().allMatch(one -> first.equals(outputs(one)))) {
            return new Output(List.of(aliased(alias, own)), true);
        }
        return first.size() == 1 && first.getFirst().equals(candidates.getFirst().name())
                ? new Output(List.of(aliased(alias, own)), false)
                : new Output(first, false);
    }

    /** A function of one nameless column lends it its alias. */
    private static String aliased(@Nullable Alias alias, String name) {
        return alias == null || alias.name() == null ? name : alias.name();
    }

    private @Nullable List<String> outputs(FunctionFact function) {
        if (function.rowTypeRelation() == 0) {
            return function.outputs();
        }
        return binder
                .rules
                .facts()
                .columns()
                .getOrDefault(function.rowTypeRelation(), List.of())
                .stream()
                .map(ColumnFact::name)
                .toList();
    }

    private List<Range> join(
            Join join, @Nullable Scope outer, List<Range> beside, @Nullable Commons commons) {
        List<Range> left = item(join.left(), outer, beside, commons);
        List<Range> before = new ArrayList<>(beside);
        before.addAll(left);
        List<Range> right = item(join.right(), outer, before, commons);
        List<Range> both = new ArrayList<>(left);
        if (join.words().startsWith("NATURAL")) {
            both.addAll(right);
            for (Range range : both) {
                ColumnBinder.refuseHidden(range, join.at());
            }
            binder.rules.names().implied(Set.of("="), join.at());
        } else if (!join.using().isEmpty()) {
            using(join, left, right);
            for (Range range : right) {
                both.add(range.without(join.using()));
            }
        } else {
            both.addAll(right);
        }
        binder.expressions.optional(join.on(), new Scope(outer, both), commons);
        if (join.usingAlias() != null) {
            both.add(
                    new Range(join.usingAlias(), new Output(join.using(), false))
                            .without(join.using()));
        }
        return join.alias() == null ? both : List.of(covered(join.alias(), both, join.at()));
    }

    private void using(Join join, List<Range> left, List<Range> right) {
        binder.rules.names().implied(Set.of("="), join.at());
        for (String column : join.using()) {
            for (List<Range> side : List.of(left, right)) {
                boolean there =
                        side.stream()
                                .anyMatch(
                                        range -> range.open() || range.columns().contains(column));
                if (!there) {
                    throw Refusals.of(
                            GuardRule.UNKNOWN_COLUMN,
                            "There is no column " + column + " on both sides of USING",
                            join.at().offset());
                }
            }
        }
    }

    /** An alias of a join hides what it joins. */
    private Range covered(Alias alias, List<Range> both, Position at) {
        boolean hidden = both.stream().anyMatch(Range::hidden);
        if (hidden && !alias.columns().isEmpty()) {
            throw Refusals.of(
                    GuardRule.WHOLE_ROW,
                    "The columns of a table of which not all may be seen cannot be counted off",
                    at.offset());
        }
        Output output = Output.of(both).renamed(alias.columns());
        String name = alias.name() == null ? "" : alias.name();
        return new Range(name, "", output.columns(), output.open(), hidden, null, Set.of());
    }
}
