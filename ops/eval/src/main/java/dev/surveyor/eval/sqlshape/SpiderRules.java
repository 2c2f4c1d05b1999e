package dev.surveyor.eval.sqlshape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;

/**
 * The hardness of a query as Spider's evaluation script counts it: over the outermost SELECT, of a
 * set operation over its first one, what stands on the other side counting as nested.
 */
final class SpiderRules {

    private static final Set<String> AGGREGATES = Set.of("max", "min", "count", "sum", "avg");

    private final PlainSelect select;
    private final Conditions where;
    private final Conditions having;
    private final Conditions joined;
    private final int setOperations;

    private SpiderRules(PlainSelect select, int setOperations) {
        this.select = select;
        this.setOperations = setOperations;
        where = Conditions.of(select.getWhere());
        having = Conditions.of(select.getHaving());
        joined =
                joins().stream()
                        .flatMap(join -> join.getOnExpressions().stream())
                        .map(Conditions::of)
                        .reduce(Conditions.NONE, Conditions::and);
    }

    static Hardness hardness(Select query) {
        return switch (query) {
            case SetOperationList list -> hardnessOfFirst(list);
            case ParenthesedSelect parenthesed -> hardness(parenthesed.getSelect());
            case PlainSelect select -> new SpiderRules(select, 0).hardness();
            default -> Hardness.UNRATED;
        };
    }

    private static Hardness hardnessOfFirst(SetOperationList list) {
        Select first = list.getSelect(0);
        while (first instanceof ParenthesedSelect parenthesed) {
            first = parenthesed.getSelect();
        }
        return first instanceof PlainSelect select
                ? new SpiderRules(select, 1).hardness()
                : Hardness.UNRATED;
    }

    private Hardness hardness() {
        return Hardness.of(clauses(), nested(), others());
    }

    private int clauses() {
        return (where.isEmpty() ? 0 : 1)
                + (groups().isEmpty() ? 0 : 1)
                + (orders().isEmpty() ? 0 : 1)
                + (select.getLimit() == null ? 0 : 1)
                + joins().size()
                + joined.ors()
                + where.ors()
                + having.ors()
                + joined.likes()
                + where.likes()
                + having.likes();
    }

    private int nested() {
        return joined.nested() + where.nested() + having.nested() + setOperations;
    }

    private int others() {
        return (aggregates() > 1 ? 1 : 0)
                + (select.getSelectItems().size() > 1 ? 1 : 0)
                + (where.units() > 1 ? 1 : 0)
                + (groups().size() > 1 ? 1 : 0);
    }

    /**
     * The script takes whatever stands first in a condition for an aggregate unless it is zero: it
     * counts a NOT, and in HAVING also each AND and OR, but no aggregate that is compared there.
     */
    private long aggregates() {
        long selected =
                select.getSelectItems().stream()
                        .map(SelectItem::getExpression)
                        .filter(expression -> startsWithAggregate(expression))
                        .count();
        long ordered =
                orders().stream()
                        .map(OrderByElement::getExpression)
                        .flatMap(SpiderRules::operands)
                        .filter(SpiderRules::isAggregate)
                        .count();
        return selected + ordered + where.nots() + having.nots() + having.ands() + having.ors();
    }

    private static boolean startsWithAggregate(Expression expression) {
        return operands(expression).findFirst().filter(SpiderRules::isAggregate).isPresent();
    }

    private static Stream<Expression> operands(Expression expression) {
        return switch (expression) {
            case Addition sum -> bothSides(sum);
            case Subtraction difference -> bothSides(difference);
            case Multiplication product -> bothSides(product);
            case Division quotient -> bothSides(quotient);
            default -> Stream.of(expression);
        };
    }

    private static Stream<Expression> bothSides(BinaryExpression expression) {
        return Stream.concat(
                operands(expression.getLeftExpression()),
                operands(expression.getRightExpression()));
    }

    static boolean isAggregate(Expression expression) {
        return expression instanceof Function function
                && AGGREGATES.contains(function.getName().toLowerCase(Locale.ROOT));
    }

    private List<Join> joins() {
        return select.getJoins() == null ? List.of() : select.getJoins();
    }

    private List<OrderByElement> orders() {
        return select.getOrderByElements() == null ? List.of() : select.getOrderByElements();
    }

    private List<Expression> groups() {
        GroupByElement groupBy = select.getGroupBy();
        return groupBy == null ? List.of() : new ArrayList<>(groupBy.getGroupByExpressionList());
    }
}
