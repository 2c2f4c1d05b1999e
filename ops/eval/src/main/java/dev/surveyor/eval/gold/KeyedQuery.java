package dev.surveyor.eval.gold;

import dev.surveyor.eval.sqlshape.SqlShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import org.jspecify.annotations.Nullable;

/**
 * A gold without its LIMIT, its sort keys among its columns: from its rows one sees which of them
 * the gold holds for equal.
 *
 * @param keys where each sort key stands: a column of the gold's own, or one of those that were
 *     added behind them
 * @param added how many columns were added
 * @param skipped rows that the gold's OFFSET leaves out
 * @param kept rows that its LIMIT keeps
 */
record KeyedQuery(String sql, List<Key> keys, int added, long skipped, long kept) {

    /**
     * Where a sort key stands.
     *
     * @param index from 0, among the gold's own columns or among the added ones
     */
    record Key(boolean added, int index) {}

    KeyedQuery {
        keys = List.copyOf(keys);
    }

    /**
     * Rewrites the gold; null where it neither sorts nor limits, or where adding a column would
     * change its rows (DISTINCT, set operations) and the key is not one of its columns already.
     */
    static @Nullable KeyedQuery of(String sql) {
        return SqlShape.parse(sql).flatMap(KeyedQuery::of).orElse(null);
    }

    private static Optional<KeyedQuery> of(Select query) {
        boolean sorted = query.getOrderByElements() != null;
        if ((!sorted && query.getLimit() == null) || query.getFetch() != null) {
            return Optional.empty();
        }
        Limit limit = query.getLimit();
        Long kept = limit == null ? Long.valueOf(Long.MAX_VALUE) : number(limit.getRowCount());
        Long skipped = skipped(query);
        if (kept == null || skipped == null || kept < 0 || skipped < 0) {
            return Optional.empty();
        }
        query.setLimit(null);
        query.setOffset(null);
        List<OrderByElement> orders = sorted ? query.getOrderByElements() : List.of();
        List<SelectItem<?>> items = items(query);
        boolean mayAdd = query instanceof PlainSelect select && select.getDistinct() == null;
        List<Key> keys = new ArrayList<>();
        List<SelectItem<?>> added = new ArrayList<>();
        for (OrderByElement order : orders) {
            int own = indexOf(order.getExpression(), items);
            if (own < 0 && !mayAdd) {
                return Optional.empty();
            }
            keys.add(own < 0 ? new Key(true, added.size()) : new Key(false, own));
            if (own < 0) {
                added.add(new SelectItem<>(order.getExpression()));
            }
        }
        items.addAll(added);
        return Optional.of(new KeyedQuery(query.toString(), keys, added.size(), skipped, kept));
    }

    private static @Nullable Long skipped(Select query) {
        if (query.getOffset() != null) {
            return number(query.getOffset().getOffset());
        }
        Limit limit = query.getLimit();
        return limit == null || limit.getOffset() == null
                ? Long.valueOf(0)
                : number(limit.getOffset());
    }

    private static @Nullable Long number(@Nullable Expression expression) {
        return expression instanceof LongValue number ? Long.valueOf(number.getValue()) : null;
    }

    private static List<SelectItem<?>> items(Select query) {
        return switch (query) {
            case PlainSelect select -> select.getSelectItems();
            case SetOperationList list when list.getSelect(0) instanceof PlainSelect first ->
                    first.getSelectItems();
            default -> new ArrayList<>();
        };
    }

    /**
     * The column of the result that an ORDER BY means: by number, by alias or by being the same.
     */
    private static int indexOf(Expression key, List<SelectItem<?>> items) {
        if (key instanceof LongValue number) {
            return (int) number.getValue() - 1;
        }
        for (int i = 0; i < items.size(); i++) {
            SelectItem<?> item = items.get(i);
            if (item.getExpression() instanceof AllColumns) {
                return -1;
            }
            boolean named =
                    key instanceof Column column
                            && column.getTable() == null
                            && item.getAlias() != null
                            && item.getAlias().getName().equalsIgnoreCase(column.getColumnName());
            if (named || key.toString().equalsIgnoreCase(item.getExpression().toString())) {
                return i;
            }
        }
        return -1;
    }
}
