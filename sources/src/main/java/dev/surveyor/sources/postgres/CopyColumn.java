package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnType;
import dev.surveyor.sources.profile.CellForm;
import dev.surveyor.sources.profile.TextForm;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a column is sent: short and well-known types as they are, all others as the text that the
 * server prints, cut there.
 *
 * @param expression that gives the cell
 * @param lengthExpression that gives the bytes of a cell that may be cut, else null; empty: none is
 * @param plain whether the expression is nothing but the column
 */
record CopyColumn(String expression, String lengthExpression, boolean plain, CellForm form) {

    /** Longer cells are never sent whole. */
    private static final int SENT_BYTES_MAX = 4000;

    private static final int CUT_CHARS = 1000;
    static final int CUT_BYTES = 500;

    private static final Set<String> TEXTS =
            Set.of("text", "character varying", "character", "name", "\"char\"", "citext");
    private static final Pattern SHORT_TEXT =
            Pattern.compile("name|\"char\"|character(?: varying)?\\((\\d{1,3})\\)");

    /**
     * @param longCells whether there may be cells of any length; else only such as fit a page
     * @param raw whether text is sent as the bytes that the server holds, whatever its encoding
     */
    static CopyColumn of(Column column, String name, boolean longCells, boolean raw) {
        ColumnType type = column.type();
        while (type.form() == ColumnType.Form.DOMAIN && type.base() != null) {
            type = type.base();
        }
        String typeName = type.name().replaceFirst("\\(.*?\\)", "");
        return switch (type.family()) {
            case INTEGER -> integer(name, typeName, longCells, raw);
            case DECIMAL -> plain(name, NumericForm.NUMERIC);
            case FLOAT -> plain(name, BinaryForms.FLOAT);
            case MONEY ->
                    new CopyColumn("CAST(" + name + " AS numeric)", "", false, NumericForm.NUMERIC);
            case BOOLEAN -> plain(name, BinaryForms.BOOLEAN);
            case DATE -> plain(name, BinaryForms.DATE);
            case TIMESTAMP ->
                    plain(
                            name,
                            typeName.endsWith("with time zone")
                                    ? BinaryForms.TIMESTAMP_WITH_ZONE
                                    : BinaryForms.TIMESTAMP);
            case TIME ->
                    typeName.endsWith("with time zone")
                            ? printed(name, TextForm.UNORDERED, longCells, raw)
                            : plain(name, BinaryForms.TIME);
            case UUID -> plain(name, BinaryForms.UUID);
            case ENUM ->
                    raw
                            ? printed(name, TextForm.ORDERED, longCells, true)
                            : plain(name, new LabelForm(type.labels()));
            case BINARY -> binary(name, longCells);
            case TEXT ->
                    TEXTS.contains(typeName) && !raw
                            ? text(name, type.name(), longCells)
                            : printed(name, TextForm.ORDERED, longCells, raw);
            // A cast shows the mask of a single host, which the server does not print.
            case NETWORK ->
                    typeName.equals("inet")
                            ? printed(
                                    name,
                                    "abbrev(" + name + ")",
                                    TextForm.UNORDERED,
                                    longCells,
                                    raw)
                            : printed(name, TextForm.UNORDERED, longCells, raw);
            case INTERVAL, JSON, XML, BITS, ARRAY, COMPOSITE, RANGE, GEOMETRY, TEXT_SEARCH, OTHER ->
                    printed(name, TextForm.UNORDERED, longCells, raw);
        };
    }

    private static CopyColumn plain(String name, CellForm form) {
        return new CopyColumn(name, "", true, form);
    }

    private static CopyColumn integer(String name, String type, boolean longCells, boolean raw) {
        return switch (type) {
            case "smallint", "integer", "bigint" -> plain(name, BinaryForms.INTEGER);
            case "oid" ->
                    new CopyColumn("CAST(" + name + " AS bigint)", "", false, BinaryForms.INTEGER);
            default -> printed(name, TextForm.UNORDERED, longCells, raw);
        };
    }

    private static CopyColumn text(String name, String declared, boolean longCells) {
        Matcher shortText = SHORT_TEXT.matcher(declared);
        if (!longCells || shortText.matches()) {
            return plain(name, TextForm.ORDERED);
        }
        String length = "octet_length(CAST(" + name + " AS text))";
        return new CopyColumn(
                "CASE WHEN %s <= %d THEN CAST(%s AS text) ELSE substr(CAST(%s AS text), 1, %d) END"
                        .formatted(length, SENT_BYTES_MAX, name, name, CUT_CHARS),
                "CASE WHEN %s > %d THEN %s END".formatted(length, SENT_BYTES_MAX, length),
                false,
                TextForm.ORDERED);
    }

    private static CopyColumn binary(String name, boolean longCells) {
        if (!longCells) {
            return plain(name, BinaryForms.BYTES);
        }
        String length = "octet_length(" + name + ")";
        return new CopyColumn(
                "substring(%s FROM 1 FOR %d)".formatted(name, CUT_BYTES),
                "CASE WHEN %s > %d THEN %s END".formatted(length, CUT_BYTES, length),
                false,
                BinaryForms.BYTES);
    }

    private static CopyColumn printed(String name, CellForm form, boolean longCells, boolean raw) {
        return printed(name, "CAST(" + name + " AS text)", form, longCells, raw);
    }

    private static CopyColumn printed(
            String name, String text, CellForm form, boolean longCells, boolean raw) {
        String cut = longCells ? "left(%s, %d)".formatted(text, CUT_CHARS) : text;
        return new CopyColumn(
                raw ? "convert_to(%s, getdatabaseencoding())".formatted(cut) : cut,
                longCells
                        ? "CASE WHEN pg_column_size(%s) > %d THEN pg_column_size(%s) END"
                                .formatted(name, CUT_CHARS, name)
                        : "",
                false,
                form);
    }

    boolean hasLength() {
        return !lengthExpression.isEmpty();
    }
}
