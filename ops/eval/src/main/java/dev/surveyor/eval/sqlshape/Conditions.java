package dev.surveyor.eval.sqlshape;

import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * What Spider's rules count in a WHERE, a HAVING or the ON of joins.
 *
 * @param units single conditions
 * @param nots conditions that are negated
 * @param nested queries that something is compared with
 */
record Conditions(int units, int ands, int ors, int nots, int likes, int nested) {

    static final Conditions NONE = new Conditions(0, 0, 0, 0, 0, 0);

    private static final Conditions AND = new Conditions(0, 1, 0, 0, 0, 0);
    private static final Conditions OR = new Conditions(0, 0, 1, 0, 0, 0);
    private static final Conditions NOT = new Conditions(0, 0, 0, 1, 0, 0);

    static Conditions of(@Nullable Expression condition) {
        return switch (condition) {
            case null -> NONE;
            case AndExpression and -> bothSides(and).and(AND);
            case OrExpression or -> bothSides(or).and(OR);
            case NotExpression not -> of(not.getExpression()).and(NOT);
            case ParenthesedExpressionList<?> list when list.size() == 1 -> of(list.getFirst());
            case LikeExpression like ->
                    new Conditions(
                            1, 0, 0, one(like.isNot()), 1, nestedIn(like.getRightExpression()));
            case InExpression in -> unit(in.isNot(), nestedIn(in.getRightExpression()));
            case Between between ->
                    unit(
                            between.isNot(),
                            nestedIn(between.getBetweenExpressionStart())
                                    + nestedIn(between.getBetweenExpressionEnd()));
            case ExistsExpression exists ->
                    unit(exists.isNot(), nestedIn(exists.getRightExpression()));
            case IsNullExpression isNull -> unit(isNull.isNot(), 0);
            case BinaryExpression comparison ->
                    unit(false, nestedIn(comparison.getRightExpression()));
            default -> unit(false, 0);
        };
    }

    private static Conditions bothSides(BinaryExpression expression) {
        return of(expression.getLeftExpression()).and(of(expression.getRightExpression()));
    }

    private static Conditions unit(boolean not, int nested) {
        return new Conditions(1, 0, 0, one(not), 0, nested);
    }

    private static int nestedIn(Expression operand) {
        return one(operand instanceof Select);
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }

    Conditions and(Conditions other) {
        return new Conditions(
                units + other.units,
                ands + other.ands,
                ors + other.ors,
                nots + other.nots,
                likes + other.likes,
                nested + other.nested);
    }

    boolean isEmpty() {
        return units == 0;
    }
}
