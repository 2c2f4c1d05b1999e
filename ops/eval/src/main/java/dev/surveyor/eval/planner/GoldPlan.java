package dev.surveyor.eval.planner;

import dev.surveyor.eval.sqlshape.SqlShape;
import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import org.jspecify.annotations.Nullable;

/** A gold's SQL as a plan, to learn from: its join conditions and constants are left out. */
final class GoldPlan {

    private static final Literal CONSTANT = Literal.text("");

    private final Lookup lookup;
    private final Map<String, TableFacts> aliases = new HashMap<>();
    private final Set<Integer> tables = new LinkedHashSet<>();

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private GoldPlan(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Empty: it uses what plans cannot say. */
    static Optional<Query> of(String sql, Lookup lookup) {
        try {
            return SqlShape.parse(sql).map(select -> query(select, lookup));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private static Query query(Select select, Lookup lookup) {
        return switch (select) {
            case PlainSelect plain -> new GoldPlan(lookup).plain(plain);
            case ParenthesedSelect parenthesed -> query(parenthesed.getSelect(), lookup);
            case SetOperationList list when list.getSelects().size() == 2 -> {
                Query left = query(list.getSelect(0), lookup);
                Query right = query(list.getSelect(1), lookup);
                if (left instanceof Query.Select first && right instanceof Query.Select second) {
                    String name =
                            list.getOperation(0)
                                    .toString()
                                    .toUpperCase(Locale.ROOT)
                                    .split(" ", -1)[0];
                    yield new Query.Combined(Query.SetOperation.valueOf(name), first, second);
                }
                throw new Unreadable();
            }
            default -> throw new Unreadable();
        };
    }

    private Query.Select plain(PlainSelect plain) {
        addTable(plain.getFromItem());
        if (plain.getJoins() != null) {
            for (Join join : plain.getJoins()) {
                addTable(join.getFromItem());
            }
        }
        List<Integer> groups = new ArrayList<>();
        if (plain.getGroupBy() != null) {
            for (Object each : plain.getGroupBy().getGroupByExpressionList()) {
                groups.add(column((Expression) each));
            }
        }
        List<Query.Order> orders = new ArrayList<>();
        if (plain.getOrderByElements() != null) {
            for (OrderByElement order : plain.getOrderByElements()) {
                orders.add(new Query.Order(measure(order.getExpression()), !order.isAsc()));
            }
        }
        return new Query.Select(
                plain.getDistinct() != null,
                plain.getSelectItems().stream().map(this::item).toList(),
                new JoinTree(List.copyOf(tables), List.of(), 0),
                conditions(plain.getWhere()),
                groups,
                conditions(plain.getHaving()),
                orders,
                limit(plain));
    }

    private static @Nullable Integer limit(PlainSelect plain) {
        return plain.getLimit() != null && plain.getLimit().getRowCount() instanceof LongValue rows
                ? (int) rows.getValue()
                : null;
    }

    private void addTable(FromItem item) {
        if (!(item instanceof Table table)) {
            throw new Unreadable();
        }
        TableFacts facts =
                lookup.tables().stream()
                        .filter(each -> same(each.name().name(), table.getName()))
                        .findFirst()
                        .orElseThrow(Unreadable::new);
        tables.add(facts.id());
        aliases.put(facts.name().name().toLowerCase(Locale.ROOT), facts);
        if (table.getAlias() != null) {
            aliases.put(table.getAlias().getName().toLowerCase(Locale.ROOT), facts);
        }
    }

    private static boolean same(String name, String quoted) {
        return name.equalsIgnoreCase(bare(quoted));
    }

    private static String bare(String name) {
        return name.replaceAll("^[\"`\\[]|[\"`\\]]$", "");
    }

    private Measure item(SelectItem<?> item) {
        return measure(item.getExpression());
    }

    private Measure measure(Expression expression) {
        return switch (expression) {
            case AllTableColumns _, AllColumns _ -> Measure.STAR;
            case Function function -> function(function);
            case Column column -> Measure.of(column(column));
            case ParenthesedExpressionList<?> list when list.size() == 1 ->
                    measure(list.getFirst());
            default -> throw new Unreadable();
        };
    }

    private Measure function(Function function) {
        String name = function.getName().toUpperCase(Locale.ROOT);
        List<Measure.Function> known =
                List.of(Measure.Function.values()).stream()
                        .filter(each -> each.name().equals(name))
                        .toList();
        if (known.size() != 1
                || function.getParameters() == null
                || function.getParameters().size() != 1) {
            throw new Unreadable();
        }
        Measure inner = measure(function.getParameters().getFirst());
        return new Measure(known.getFirst(), function.isDistinct(), inner.column());
    }

    private int column(Expression expression) {
        if (!(expression instanceof Column column)) {
            throw new Unreadable();
        }
        String name = bare(column.getColumnName());
        if (column.getTable() != null && column.getTable().getName() != null) {
            TableFacts table =
                    aliases.get(bare(column.getTable().getName()).toLowerCase(Locale.ROOT));
            if (table == null) {
                throw new Unreadable();
            }
            return named(table, name).orElseThrow(Unreadable::new).id();
        }
        for (int table : tables) {
            Optional<ColumnFacts> found = named(lookup.table(table), name);
            if (found.isPresent()) {
                return found.get().id();
            }
        }
        throw new Unreadable();
    }

    private static Optional<ColumnFacts> named(TableFacts table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private List<Condition> conditions(@Nullable Expression expression) {
        List<Condition> conditions = new ArrayList<>();
        if (expression instanceof AndExpression and) {
            conditions.addAll(conditions(and.getLeftExpression()));
            conditions.addAll(conditions(and.getRightExpression()));
        } else if (expression instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            return conditions(list.getFirst());
        } else if (expression instanceof OrExpression or) {
            List<Condition> any = new ArrayList<>(conditions(or.getLeftExpression()));
            any.addAll(conditions(or.getRightExpression()));
            conditions.add(new Condition.Any(any));
        } else if (expression != null) {
            conditions.add(condition(expression));
        }
        return conditions;
    }

    private Condition condition(Expression expression) {
        return switch (expression) {
            case LikeExpression like ->
                    new Condition.Like(column(like.getLeftExpression()), "", like.isNot());
            case Between between ->
                    new Condition.Between(measure(between.getLeftExpression()), CONSTANT, CONSTANT);
            case IsNullExpression missing ->
                    new Condition.Missing(column(missing.getLeftExpression()), missing.isNot());
            case InExpression in when in.getRightExpression() instanceof Select nested ->
                    new Condition.In(
                            column(in.getLeftExpression()), in.isNot(), query(nested, lookup));
            case ComparisonOperator compared -> compared(compared);
            default -> throw new Unreadable();
        };
    }

    private Condition compared(ComparisonOperator compared) {
        Measure measure = measure(compared.getLeftExpression());
        Comparison comparison = comparison(compared.getStringExpression());
        return compared.getRightExpression() instanceof Select nested
                ? new Condition.ComparedToQuery(measure, comparison, query(nested, lookup))
                : new Condition.Compared(measure, comparison, CONSTANT);
    }

    private static Comparison comparison(String sign) {
        String usual = sign.equals("!=") ? "<>" : sign;
        return List.of(Comparison.values()).stream()
                .filter(each -> each.sign().equals(usual))
                .findFirst()
                .orElseThrow(Unreadable::new);
    }
}
