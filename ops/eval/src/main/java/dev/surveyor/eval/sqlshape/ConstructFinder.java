package dev.surveyor.eval.sqlshape;

import java.util.EnumSet;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Walks a whole query, nested ones included, and notes what it uses. */
final class ConstructFinder extends ExpressionVisitorAdapter<@Nullable Void> {

    private final Set<Construct> found = EnumSet.noneOf(Construct.class);

    private ConstructFinder() {}

    static Set<Construct> findIn(Select query) {
        ConstructFinder finder = new ConstructFinder();
        finder.walk(query);
        return finder.found;
    }

    private void walk(Select query) {
        if (query.getWithItemsList() != null) {
            for (WithItem<?> item : query.getWithItemsList()) {
                walkNested(item.getSelect());
            }
        }
        if (query.getOrderByElements() != null) {
            found.add(Construct.ORDER);
            for (OrderByElement element : query.getOrderByElements()) {
                walk(element.getExpression());
            }
        }
        if (query.getLimit() != null || query.getFetch() != null) {
            found.add(Construct.LIMIT);
        }
        switch (query) {
            case PlainSelect select -> walkPlain(select);
            case SetOperationList list -> {
                found.add(Construct.SET_OPERATION);
                list.getSelects().forEach(this::walk);
            }
            case ParenthesedSelect parenthesed -> walk(parenthesed.getSelect());
            default -> {
                // VALUES and the like have nothing that is counted.
            }
        }
    }

    private void walkPlain(PlainSelect select) {
        if (select.getDistinct() != null) {
            found.add(Construct.DISTINCT);
        }
        for (SelectItem<?> item : select.getSelectItems()) {
            walk(item.getExpression());
        }
        walk(select.getFromItem());
        if (select.getJoins() != null) {
            found.add(Construct.JOIN);
            for (Join join : select.getJoins()) {
                walk(join.getFromItem());
                join.getOnExpressions().forEach(this::walk);
            }
        }
        note(Construct.WHERE, select.getWhere());
        if (select.getGroupBy() != null) {
            found.add(Construct.GROUP);
        }
        note(Construct.HAVING, select.getHaving());
    }

    private void note(Construct construct, @Nullable Expression expression) {
        if (expression != null) {
            found.add(construct);
            walk(expression);
        }
    }

    private void walk(@Nullable FromItem item) {
        if (item instanceof ParenthesedSelect nested) {
            walkNested(nested);
        }
    }

    private void walkNested(Select nested) {
        found.add(Construct.NESTED);
        walk(nested);
    }

    private void walk(Expression expression) {
        expression.accept(this, null);
    }

    @Override
    public <S> @Nullable Void visit(Select nested, S context) {
        walkNested(nested);
        return null;
    }

    @Override
    public <S> @Nullable Void visit(Function function, S context) {
        if (SpiderRules.isAggregate(function)) {
            found.add(Construct.AGGREGATE);
        }
        if (function.isDistinct()) {
            found.add(Construct.DISTINCT);
        }
        return super.visit(function, context);
    }

    @Override
    public <S> @Nullable Void visit(OrExpression or, S context) {
        found.add(Construct.OR);
        return super.visit(or, context);
    }

    @Override
    public <S> @Nullable Void visit(InExpression in, S context) {
        if (in.isNot()) {
            found.add(Construct.NOT_IN);
        }
        return super.visit(in, context);
    }

    @Override
    public <S> @Nullable Void visit(LikeExpression like, S context) {
        found.add(Construct.LIKE);
        return super.visit(like, context);
    }

    @Override
    public <S> @Nullable Void visit(Between between, S context) {
        found.add(Construct.BETWEEN);
        return super.visit(between, context);
    }
}
