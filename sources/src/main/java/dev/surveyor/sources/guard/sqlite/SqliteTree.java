package dev.surveyor.sources.guard.sqlite;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All parts of a tree of JSqlParser, found through their fields: a part of a class that is not on
 * the list is a refusal, so that what we have not thought of does not slip through.
 */
final class SqliteTree {

    private static final String LIBRARY = "net.sf.jsqlparser.";
    private static final int DEPTH_MAX = 400;

    private static final Pattern OPERATORS =
            Pattern.compile(
                    "expression\\.operators\\.(arithmetic|conditional)\\.\\w+"
                            + "|expression\\.operators\\.relational\\.(EqualsTo|NotEqualsTo"
                            + "|GreaterThan|GreaterThanEquals|MinorThan|MinorThanEquals|Between"
                            + "|InExpression|LikeExpression|IsNullExpression|IsBooleanExpression"
                            + "|ExistsExpression|ExpressionList|ParenthesedExpressionList"
                            + "|IsDistinctExpression|ComparisonOperator|DoubleAnd|JsonOperator|Matches)");

    private static final Set<String> PARTS =
            Set.of(
                    "expression.Alias",
                    "expression.AnalyticExpression",
                    "expression.BooleanValue",
                    "expression.CaseExpression",
                    "expression.CastExpression",
                    "expression.CollateExpression",
                    "expression.DateUnitExpression",
                    "expression.DoubleValue",
                    "expression.FilterOverImpl",
                    "expression.Function",
                    "expression.HexValue",
                    "expression.JsonExpression",
                    "expression.LongValue",
                    "expression.NotExpression",
                    "expression.NullValue",
                    "expression.OrderByClause",
                    "expression.Parenthesis",
                    "expression.PartitionByClause",
                    "expression.RowConstructor",
                    "expression.SignedExpression",
                    "expression.StringValue",
                    "expression.TimeKeyExpression",
                    "expression.TrimFunction",
                    "expression.WhenClause",
                    "expression.WindowDefinition",
                    "expression.WindowElement",
                    "expression.WindowOffset",
                    "expression.WindowRange",
                    "schema.Column",
                    "schema.Database",
                    "schema.Table",
                    "statement.create.table.ColDataType",
                    "statement.select.AllColumns",
                    "statement.select.AllTableColumns",
                    "statement.select.Distinct",
                    "statement.select.ExceptOp",
                    "statement.select.GroupByElement",
                    "statement.select.IntersectOp",
                    "statement.select.Join",
                    "statement.select.Limit",
                    "statement.select.Offset",
                    "statement.select.OrderByElement",
                    "statement.select.ParenthesedFromItem",
                    "statement.select.ParenthesedSelect",
                    "statement.select.PlainSelect",
                    "statement.select.SelectItem",
                    "statement.select.SetOperationList",
                    "statement.select.TableFunction",
                    "statement.select.UnionOp",
                    "statement.select.Values",
                    "statement.select.WithItem");

    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

    private final List<Object> parts = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private SqliteTree() {}

    static List<Object> parts(Object root) {
        SqliteTree tree = new SqliteTree();
        tree.walk(root, 0);
        return tree.parts;
    }

    private void walk(@Nullable Object part, int depth) {
        if (part == null || !seen.add(part)) {
            return;
        }
        if (depth > DEPTH_MAX) {
            throw Refusals.of(GuardRule.TOO_DEEP, "The statement is nested too deep", -1);
        }
        if (part instanceof Collection<?> collection) {
            for (Object element : List.copyOf(collection)) {
                walk(element, depth + 1);
            }
        }
        // Words of the library's own are no parts.
        if (!part.getClass().getName().startsWith(LIBRARY) || part instanceof Enum<?>) {
            return;
        }
        String name = part.getClass().getName().substring(LIBRARY.length());
        if (!PARTS.contains(name) && !OPERATORS.matcher(name).matches()) {
            throw Refusals.of(
                    GuardRule.NOT_UNDERSTOOD,
                    "SQLite queries do not have a " + part.getClass().getSimpleName(),
                    -1);
        }
        parts.add(part);
        for (Field field : FIELDS.computeIfAbsent(part.getClass(), SqliteTree::fields)) {
            walk(value(field, part), depth + 1);
        }
    }

    private static @Nullable Object value(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those that hold parts; a syntax node of the parser's own is none. */
    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> one = type;
                one != null && one.getName().startsWith(LIBRARY);
                one = one.getSuperclass()) {
            for (Field field : one.getDeclaredFields()) {
                boolean part =
                        !Modifier.isStatic(field.getModifiers())
                                && !field.getType().isPrimitive()
                                && field.getType() != String.class
                                && !field.getType().getName().startsWith(LIBRARY + "parser.");
                if (part) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
