package dev.surveyor.sources.guard.postgres;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a value. */
sealed interface Expression extends Node {

    enum LiteralKind {
        STRING,
        NUMBER,
        BITS,
        HEX_BITS
    }

    record Literal(LiteralKind kind, String text, Position at) implements Expression {}

    /** NULL, TRUE, CURRENT_DATE and other words that stand for a value. */
    record Constant(String word, @Nullable Integer precision, Position at) implements Expression {}

    record Column(List<String> name, Position at) implements Expression {}

    /** {@code *} or {@code t.*}. */
    record Star(List<String> qualifier, Position at) implements Expression {}

    /** A call in the ordinary notation; {@code star} is {@code count(*)}. */
    record Call(
            List<String> name,
            boolean star,
            boolean distinct,
            List<Argument> arguments,
            List<SortKey> order,
            @Nullable List<SortKey> withinGroup,
            @Nullable Expression filter,
            @Nullable Window over,
            Position at)
            implements Expression {}

    record Argument(@Nullable String name, boolean variadic, Expression value) {}

    record SortKey(Expression value, String direction, @Nullable Operator using, String nulls) {}

    /** After OVER or in a WINDOW clause; a bare name is one without brackets. */
    record Window(
            @Nullable String base,
            boolean bareName,
            List<Expression> partition,
            List<SortKey> order,
            @Nullable Frame frame) {}

    record Frame(String unit, Bound from, @Nullable Bound to, String exclusion) {}

    record Bound(String words, @Nullable Expression distance) {}

    /** CAST, {@code ::} and {@code type 'text'}. */
    record Cast(Expression value, TypeName type, Position at) implements Expression {}

    /**
     * A type.
     *
     * @param name as PostgreSQL's catalogs call it
     * @param fields of an interval, in words
     * @param dimensions how many pairs of brackets
     */
    record TypeName(
            List<String> name,
            List<Expression> modifiers,
            String fields,
            int dimensions,
            Position at) {}

    record Collated(Expression value, List<String> collation, Position at) implements Expression {}

    record Operator(@Nullable String schema, String symbol, Position at) {}

    record Prefixed(Operator operator, Expression value, Position at) implements Expression {}

    record Binary(Expression left, Operator operator, Expression right, Position at)
            implements Expression {}

    /** AND and OR over two and more. */
    record Logical(String word, List<Expression> parts, Position at) implements Expression {}

    record Not(Expression value, Position at) implements Expression {}

    /** IS NULL and other words behind a value. */
    record Test(Expression value, String words, Position at) implements Expression {}

    /** LIKE, IS DISTINCT FROM, OVERLAPS, AT TIME ZONE: words between two values. */
    record Worded(
            Expression left,
            String words,
            Expression right,
            @Nullable Expression escape,
            Position at)
            implements Expression {}

    record Between(Expression value, String words, Expression low, Expression high, Position at)
            implements Expression {}

    record In(
            Expression value,
            boolean not,
            List<Expression> list,
            @Nullable Query query,
            Position at)
            implements Expression {}

    /** {@code = ANY (…)}; {@code words} where LIKE stands in the operator's place. */
    record Quantified(
            Expression value,
            @Nullable Operator operator,
            String words,
            String quantifier,
            @Nullable Expression array,
            @Nullable Query query,
            Position at)
            implements Expression {}

    record Case(
            @Nullable Expression of,
            List<When> branches,
            @Nullable Expression otherwise,
            Position at)
            implements Expression {}

    record When(Expression condition, Expression value) {}

    record Row(boolean worded, List<Expression> parts, Position at) implements Expression {}

    record ArrayOf(boolean worded, List<Expression> parts, Position at) implements Expression {}

    record Subquery(String word, Query query, Position at) implements Expression {}

    record Field(Expression value, String name, Position at) implements Expression {}

    record FieldStar(Expression value, Position at) implements Expression {}

    record Element(Expression value, List<Subscript> subscripts, Position at)
            implements Expression {}

    record Subscript(@Nullable Expression lower, boolean slice, @Nullable Expression upper) {}

    /**
     * A call in a notation of its own, such as EXTRACT or XMLELEMENT, piece by piece.
     *
     * @param outputs what it is called as a column; several for a table
     */
    record Phrase(String name, List<Piece> pieces, List<String> outputs, Position at)
            implements Expression {}

    /** What a phrase is made of. */
    sealed interface Piece {

        /** Only words of the reader's own, never of the statement. */
        record Word(String text) implements Piece {}

        record Name(String name) implements Piece {}

        record Value(Expression value) implements Piece {}

        record Type(TypeName type) implements Piece {}

        record Ordered(List<SortKey> keys) implements Piece {}

        record Over(Window window) implements Piece {}
    }
}
