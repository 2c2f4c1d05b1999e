package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes expressions, with brackets around whatever could be read otherwise. */
final class ExpressionPrinter {

    private final Printer printer;
    private final Decisions decisions;
    private final StringBuilder out;

    ExpressionPrinter(Printer printer, Decisions decisions, StringBuilder out) {
        this.printer = printer;
        this.decisions = decisions;
        this.out = out;
    }

    /** As an operand: in brackets unless it holds together by itself. */
    private void operand(Expression expression) {
        boolean compound =
                switch (expression) {
                    case Prefixed _,
                            Binary _,
                            Logical _,
                            Not _,
                            Test _,
                            Worded _,
                            Between _,
                            In _,
                            Quantified _,
                            Collated _ ->
                            true;
                    case Literal _,
                            Constant _,
                            Column _,
                            Star _,
                            Call _,
                            Cast _,
                            Case _,
                            Row _,
                            ArrayOf _,
                            Subquery _,
                            Field _,
                            FieldStar _,
                            Element _,
                            Phrase _ ->
                            false;
                };
        if (compound) {
            bracketed(expression);
        } else {
            write(expression);
        }
    }

    private void bracketed(Expression expression) {
        out.append('(');
        write(expression);
        out.append(')');
    }

    void write(Expression expression) {
        switch (expression) {
            case Literal(LiteralKind kind, String text, Position _) -> literal(kind, text);
            case Constant(String word, @Nullable Integer precision, Position _) -> {
                out.append(word);
                if (precision != null) {
                    out.append('(').append(precision).append(')');
                }
            }
            case Column column -> out.append(decisions.column(column));
            case Star star -> out.append(decisions.star(star));
            case Call call -> call(call);
            case Cast(Expression value, TypeName type, Position _) -> {
                out.append("CAST(");
                write(value);
                out.append(" AS ");
                type(type);
                out.append(')');
            }
            case Collated(Expression value, List<String> collation, Position _) -> {
                operand(value);
                out.append(" COLLATE ").append(Quoting.qualified(collation));
            }
            case Prefixed(Operator operator, Expression value, Position _) -> {
                out.append(decisions.operator(operator)).append(' ');
                operand(value);
            }
            case Binary binary -> binary(binary);
            case Logical(String word, List<Expression> parts, Position _) -> {
                for (int i = 0; i < parts.size(); i++) {
                    if (i > 0) {
                        out.append(' ').append(word).append(' ');
                    }
                    operand(parts.get(i));
                }
            }
            case Not(Expression value, Position _) -> {
                out.append("NOT ");
                operand(value);
            }
            case Test(Expression value, String words, Position _) -> {
                operand(value);
                out.append(' ').append(words);
            }
            case Worded worded -> worded(worded);
            case Between(
                            Expression value,
                            String words,
                            Expression low,
                            Expression high,
                            Position _) -> {
                operand(value);
                out.append(' ').append(words).append(' ');
                operand(low);
                out.append(" AND ");
                operand(high);
            }
            case In in -> in(in);
            case Quantified quantified -> quantified(quantified);
            case Case branches -> branches(branches);
            case Row(boolean worded, List<Expression> parts, Position _) ->
                    list(worded ? "ROW(" : "(", parts, ")");
            case ArrayOf(boolean worded, List<Expression> parts, Position _) ->
                    list(worded ? "ARRAY[" : "[", parts, "]");
            case Subquery(String word, Query query, Position _) -> subquery(word, query);
            case Field(Expression value, String name, Position _) -> {
                bracketed(value);
                out.append('.').append(Quoting.identifier(name));
            }
            case FieldStar(Expression value, Position _) -> {
                bracketed(value);
                out.append(".*");
            }
            case Element element -> element(element);
            case Phrase phrase -> phrase(phrase);
        }
    }

    private void literal(LiteralKind kind, String text) {
        out.append(
                switch (kind) {
                    case STRING -> Quoting.literal(text);
                    case NUMBER -> text;
                    case BITS -> "B'" + text + "'";
                    case HEX_BITS -> "X'" + text + "'";
                });
    }

    /** A row of the same operator needs no brackets on its left. */
    private void binary(Binary binary) {
        boolean chain =
                binary.left() instanceof Binary left
                        && left.operator().equals(binary.operator())
                        && !isComparison(left.operator());
        if (chain) {
            write(binary.left());
        } else {
            operand(binary.left());
        }
        out.append(' ').append(decisions.operator(binary.operator())).append(' ');
        operand(binary.right());
    }

    private static boolean isComparison(Operator operator) {
        return operator.symbol().matches("[<>=]|<=|>=|<>");
    }

    private void worded(Worded worded) {
        operand(worded.left());
        out.append(' ').append(worded.words()).append(' ');
        operand(worded.right());
        if (worded.escape() != null) {
            out.append(" ESCAPE ");
            operand(worded.escape());
        }
    }

    private void in(In in) {
        operand(in.value());
        out.append(in.not() ? " NOT IN " : " IN ");
        queryOrList(in.query(), in.list());
    }

    private void quantified(Quantified quantified) {
        operand(quantified.value());
        Operator operator = quantified.operator();
        out.append(' ')
                .append(operator == null ? quantified.words() : decisions.operator(operator))
                .append(' ')
                .append(quantified.quantifier())
                .append(' ');
        Expression array = quantified.array();
        queryOrList(quantified.query(), array == null ? List.of() : List.of(array));
    }

    private void queryOrList(@Nullable Query query, List<Expression> list) {
        if (query != null) {
            subquery("", query);
        } else {
            list("(", list, ")");
        }
    }

    private void list(String open, List<Expression> parts, String close) {
        out.append(open);
        printer.separated(parts, this::write);
        out.append(close);
    }

    private void subquery(String word, Query query) {
        boolean bare = word.equals("BARE");
        out.append(bare ? "" : word).append(bare ? "" : "(");
        printer.query(query);
        out.append(bare ? "" : ")");
    }

    private void branches(Case branches) {
        out.append("CASE");
        if (branches.of() != null) {
            out.append(' ');
            operand(branches.of());
        }
        for (When when : branches.branches()) {
            out.append(" WHEN ");
            write(when.condition());
            out.append(" THEN ");
            write(when.value());
        }
        if (branches.otherwise() != null) {
            out.append(" ELSE ");
            write(branches.otherwise());
        }
        out.append(" END");
    }

    private void element(Element element) {
        if (element.value() instanceof Column) {
            write(element.value());
        } else {
            bracketed(element.value());
        }
        for (Subscript subscript : element.subscripts()) {
            out.append('[');
            if (subscript.lower() != null) {
                operand(subscript.lower());
            }
            if (subscript.slice()) {
                out.append(" : ");
            }
            if (subscript.upper() != null) {
                operand(subscript.upper());
            }
            out.append(']');
        }
    }

    private void call(Call call) {
        out.append(decisions.function(call)).append('(');
        if (call.star()) {
            out.append('*');
        } else {
            out.append(call.distinct() ? "DISTINCT " : "");
            printer.separated(call.arguments(), this::argument);
            printer.orderBy(call.order(), " ");
        }
        out.append(')');
        if (call.withinGroup() != null) {
            out.append(" WITHIN GROUP (");
            printer.orderBy(call.withinGroup(), "");
            out.append(')');
        }
        if (call.filter() != null) {
            out.append(" FILTER (WHERE ");
            write(call.filter());
            out.append(')');
        }
        if (call.over() != null) {
            over(call.over());
        }
    }

    private void argument(Argument argument) {
        if (argument.variadic()) {
            out.append("VARIADIC ");
        }
        if (argument.name() != null) {
            out.append(Quoting.identifier(argument.name())).append(" => ");
        }
        write(argument.value());
    }

    private void over(Window window) {
        out.append(" OVER ");
        if (window.bareName() && window.base() != null) {
            out.append(Quoting.identifier(window.base()));
        } else {
            window(window);
        }
    }

    /** In brackets. */
    void window(Window window) {
        out.append('(');
        String blank = "";
        if (window.base() != null) {
            out.append(Quoting.identifier(window.base()));
            blank = " ";
        }
        if (!window.partition().isEmpty()) {
            out.append(blank).append("PARTITION BY ");
            printer.separated(window.partition(), this::write);
            blank = " ";
        }
        printer.orderBy(window.order(), blank);
        if (window.frame() != null) {
            frame(window.frame());
        }
        out.append(')');
    }

    private void frame(Frame frame) {
        out.append(' ').append(frame.unit()).append(' ');
        if (frame.to() == null) {
            bound(frame.from());
        } else {
            out.append("BETWEEN ");
            bound(frame.from());
            out.append(" AND ");
            bound(frame.to());
        }
        if (!frame.exclusion().isEmpty()) {
            out.append(" EXCLUDE ").append(frame.exclusion());
        }
    }

    private void bound(Bound bound) {
        if (bound.distance() != null) {
            operand(bound.distance());
            out.append(' ');
        }
        out.append(bound.words());
    }

    private void phrase(Phrase phrase) {
        out.append(phrase.name());
        for (Piece piece : phrase.pieces()) {
            if (!(piece instanceof Piece.Word(String text) && text.equals("("))) {
                out.append(' ');
            }
            switch (piece) {
                case Piece.Word(String text) -> out.append(text);
                case Piece.Name(String name) -> out.append(Quoting.identifier(name));
                case Piece.Value(Expression value) -> operand(value);
                case Piece.Type(TypeName type) -> type(type);
                case Piece.Ordered(List<SortKey> keys) -> printer.orderBy(keys, "");
                case Piece.Over(Window window) -> over(window);
            }
        }
    }

    /** An interval's fields and digits go with its word only. */
    void type(TypeName type) {
        boolean worded =
                type.name().equals(TypeParser.INTERVAL)
                        && !(type.fields().isEmpty() && type.modifiers().isEmpty());
        String name = decisions.type(type);
        out.append(worded ? "INTERVAL" : name);
        out.append(type.fields().isEmpty() ? "" : " " + type.fields());
        if (!type.modifiers().isEmpty()) {
            list("(", type.modifiers(), ")");
        }
        out.append("[]".repeat(type.dimensions()));
    }
}
