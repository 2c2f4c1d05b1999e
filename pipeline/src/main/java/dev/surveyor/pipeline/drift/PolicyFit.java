package dev.surveyor.pipeline.drift;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which policies name what was there and is gone. */
public final class PolicyFit {

    /** Of the columns of a hidden table that is gone: a new table with so many of them is it. */
    private static final double ALIKE_MIN = 0.5;

    private static final Pattern NAME =
            Pattern.compile("\"((?:[^\"]|\"\")+)\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final Structure before;
    private final Structure after;
    private final List<Unfit> unfit = new ArrayList<>();

    /**
     * A policy that no longer fits.
     *
     * @param table to be closed until a person has looked at the policy
     */
    public record Unfit(TableName table, String sentence) {}

    private PolicyFit(Structure before, Structure after) {
        this.before = before;
        this.after = after;
    }

    /** All of them, in an order that is always the same. */
    public static List<Unfit> unfit(Policies policies, Structure before, Structure after) {
        PolicyFit fit = new PolicyFit(before, after);
        policies.hiddenColumns().forEach(fit::column);
        policies.masks().stream().map(Mask::column).forEach(fit::column);
        policies.rowFilters().forEach(fit::filter);
        policies.hiddenTables().forEach(table -> fit.table(table, "hides"));
        fit.before.tables().stream()
                .map(Table::name)
                .filter(name -> policies.hiddenSchemas().contains(name.schema()))
                .forEach(table -> fit.table(table, "hides the schema of"));
        return fit.unfit.stream().distinct().toList();
    }

    private void column(ColumnName column) {
        Optional<Table> was = before.table(column.table());
        if (was.flatMap(table -> table.column(column.name())).isEmpty()) {
            return;
        }
        Optional<Table> is = after.table(column.table());
        if (is.isEmpty()) {
            table(column.table(), "protects a column of");
        } else if (is.get().column(column.name()).isEmpty()) {
            unfit.add(
                    new Unfit(
                            column.table(),
                            "A policy protects the column %s, which is gone or has another name."
                                    .formatted(column)));
        }
    }

    private void filter(RowFilter filter) {
        Optional<Table> was = before.table(filter.table());
        Optional<Table> is = after.table(filter.table());
        if (was.isEmpty()) {
            return;
        }
        if (is.isEmpty()) {
            table(filter.table(), "filters the rows of");
            return;
        }
        Set<String> gone = new TreeSet<>(columns(was.get()));
        gone.removeAll(columns(is.get()));
        gone.retainAll(names(filter.condition()));
        if (!gone.isEmpty()) {
            unfit.add(
                    new Unfit(
                            filter.table(),
                            "A row filter of %s asks for %s, which is gone or has another name."
                                    .formatted(filter.table(), String.join(", ", gone))));
        }
    }

    /** A table that is gone cannot be closed; what it may be called now can. */
    private void table(TableName name, String does) {
        Optional<Table> was = before.table(name);
        if (was.isEmpty() || after.table(name).isPresent()) {
            return;
        }
        after.tables().stream()
                .filter(table -> before.table(table.name()).isEmpty() && alike(was.get(), table))
                .forEach(table ->
                        unfit.add(
                                new Unfit(
                                        table.name(),
                                        "A policy %s %s, which is gone; %s is new and looks like it."
                                                .formatted(does, name, table.name()))));
    }

    private static boolean alike(Table gone, Table candidate) {
        Set<String> shared = new HashSet<>(columns(gone));
        shared.retainAll(columns(candidate));
        return shared.size() >= gone.columns().size() * ALIKE_MIN
                || gone.name().name().equals(candidate.name().name());
    }

    private static Set<String> columns(Table table) {
        return table.columns().stream().map(Column::name).collect(Collectors.toSet());
    }

    /** Whatever could be a column in an expression, as its database stores names. */
    private static Set<String> names(String condition) {
        Matcher matcher = NAME.matcher(condition);
        return matcher.results()
                .flatMap(found -> {
                    String quoted = found.group(1);
                    return quoted != null
                            ? Stream.of(quoted.replace("\"\"", "\""))
                            : Stream.of(found.group(), found.group().toLowerCase(Locale.ROOT));
                })
                .collect(Collectors.toSet());
    }
}
