package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.postgres.Expression.*;
import dev.surveyor.sources.guard.postgres.Scope.Commons;
import dev.surveyor.sources.guard.postgres.Scope.Output;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks expressions: every kind is here, and what a kind may do is decided here. */
final class ExpressionBinder {

    private static final Set<String> EQUALITY = Set.of("=");
    private static final Set<String> RANGE = Set.of(">=", "<=");

    private final Binder binder;
    private final ColumnBinder columns;
    private final XmlRules xml;

    ExpressionBinder(Binder binder) {
        this.binder = binder;
        this.columns = new ColumnBinder(binder);
        this.xml = new XmlRules(binder.rules.facts());
    }

    private NameRules names() {
        return binder.rules.names();
    }

    void all(List<Expression> list, Scope scope, @Nullable Commons commons) {
        for (Expression expression : list) {
            bind(expression, scope, commons);
        }
    }

    void optional(@Nullable Expression expression, Scope scope, @Nullable Commons commons) {
        if (expression != null) {
            bind(expression, scope, commons);
        }
    }

    /** A star in a select list or ROW(); it may stand for what can be seen only. */
    Output star(Star star, Scope scope) {
        return columns.star(star, scope);
    }

    void bind(Expression expression, Scope scope, @Nullable Commons commons) {
        switch (expression) {
            case Literal literal -> xml.text(literal);
            case Constant _ -> {
                // A value by itself.
            }
            case Column column -> columns.column(column, scope);
            case Star star -> columns.star(star, scope);
            case Call call -> call(call, scope, commons);
            case Cast cast -> {
                bind(cast.value(), scope, commons);
                type(cast.type());
                xml.cast(cast, binder.rules.types().find(cast.type()));
            }
            case Collated collated -> bind(collated.value(), scope, commons);
            case Prefixed(Operator operator, Expression value, Position _) -> {
                binder.decided.put(operator, names().operator(operator, true));
                bind(value, scope, commons);
            }
            case Binary(Expression left, Operator operator, Expression right, Position _) -> {
                binder.decided.put(operator, names().operator(operator, false));
                bind(left, scope, commons);
                bind(right, scope, commons);
            }
            case Logical logical -> all(logical.parts(), scope, commons);
            case Not not -> bind(not.value(), scope, commons);
            case Test test -> bind(test.value(), scope, commons);
            case Worded worded -> worded(worded, scope, commons);
            case Between between -> {
                names().implied(RANGE, between.at());
                bind(between.value(), scope, commons);
                bind(between.low(), scope, commons);
                bind(between.high(), scope, commons);
            }
            case In in -> {
                names().implied(EQUALITY, in.at());
                bind(in.value(), scope, commons);
                all(in.list(), scope, commons);
                nested(in.query(), scope, commons);
            }
            case Quantified quantified -> quantified(quantified, scope, commons);
            case Case branches -> branches(branches, scope, commons);
            case Row row -> all(row.parts(), scope, commons);
            case ArrayOf array -> all(array.parts(), scope, commons);
            case Subquery subquery -> nested(subquery.query(), scope, commons);
            case Field field -> {
                names().field(field.name(), field.at());
                bind(field.value(), scope, commons);
            }
            case FieldStar star -> bind(star.value(), scope, commons);
            case Element element -> {
                bind(element.value(), scope, commons);
                for (Subscript subscript : element.subscripts()) {
                    optional(subscript.lower(), scope, commons);
                    optional(subscript.upper(), scope, commons);
                }
            }
            case Phrase phrase -> phrase(phrase, scope, commons);
        }
    }

    private void nested(@Nullable Query query, Scope scope, @Nullable Commons commons) {
        if (query != null) {
            refuseInFilter(query);
            binder.query(query, scope, commons);
        }
    }

    /** A row filter is asked for each row: it looks at nothing but that. */
    private void refuseInFilter(Query query) {
        if (binder.attributes != null) {
            throw Refusals.of(
                    GuardRule.POLICY, "A row filter may not hold a query", query.at().offset());
        }
    }

    /** A type of a column that a function makes. */
    void made(TypeName type) {
        type(type);
        xml.made(type, binder.rules.types().find(type));
    }

    void type(TypeName type) {
        binder.decided.put(type, binder.rules.types().type(type));
        for (Expression modifier : type.modifiers()) {
            if (modifier instanceof Column word) {
                binder.decided.put(word, Quoting.qualified(word.name()));
            }
        }
    }

    private void worded(Worded worded, Scope scope, @Nullable Commons commons) {
        names().implied(
                        switch (worded.words().replace("NOT ", "")) {
                            case "LIKE" -> Set.of("~~", "!~~");
                            case "ILIKE" -> Set.of("~~*", "!~~*");
                            case "SIMILAR TO" -> Set.of("~", "!~");
                            case "IS DISTINCT FROM" -> EQUALITY;
                            default -> Set.of();
                        },
                        worded.at());
        bind(worded.left(), scope, commons);
        bind(worded.right(), scope, commons);
        optional(worded.escape(), scope, commons);
    }

    private void quantified(Quantified quantified, Scope scope, @Nullable Commons commons) {
        Operator operator = quantified.operator();
        if (operator == null) {
            names().implied(Set.of("~~", "!~~", "~~*", "!~~*"), quantified.at());
        } else {
            binder.decided.put(operator, names().operator(operator, false));
        }
        bind(quantified.value(), scope, commons);
        optional(quantified.array(), scope, commons);
        nested(quantified.query(), scope, commons);
    }

    private void branches(Case branches, Scope scope, @Nullable Commons commons) {
        if (branches.of() != null) {
            names().implied(EQUALITY, branches.at());
            bind(branches.of(), scope, commons);
        }
        for (When when : branches.branches()) {
            bind(when.condition(), scope, commons);
            bind(when.value(), scope, commons);
        }
        optional(branches.otherwise(), scope, commons);
    }

    private void call(Call call, Scope scope, @Nullable Commons commons) {
        NameRules.Resolved resolved = names().function(call);
        binder.decided.put(call, resolved.written());
        xml.call(call);
        for (Argument argument : call.arguments()) {
            bind(argument.value(), scope, commons);
        }
        binder.sort(call.order(), scope, commons);
        if (call.withinGroup() != null) {
            binder.sort(call.withinGroup(), scope, commons);
        }
        optional(call.filter(), scope, commons);
        if (call.over() != null) {
            binder.window(call.over(), scope, commons);
        }
    }

    private void phrase(Phrase phrase, Scope scope, @Nullable Commons commons) {
        if (phrase.name().equals("NULLIF")) {
            names().implied(EQUALITY, phrase.at());
        }
        xml.phrase(phrase);
        for (Piece piece : phrase.pieces()) {
            switch (piece) {
                case Piece.Word _, Piece.Name _ -> {
                    // Nothing to look up.
                }
                case Piece.Value(Expression value) -> bind(value, scope, commons);
                case Piece.Type(TypeName type) -> {
                    if (phrase.name().startsWith("XML")) {
                        type(type);
                    } else {
                        made(type);
                    }
                }
                case Piece.Ordered(List<SortKey> keys) -> binder.sort(keys, scope, commons);
                case Piece.Over(Window window) -> binder.window(window, scope, commons);
            }
        }
    }
}
