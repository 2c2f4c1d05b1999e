package dev.surveyor.sources.guard.postgres;

import java.util.HashSet;
import java.util.Set;

/** PostgreSQL's words by what else they may name, those of all versions from 9.6 to 18 together. */
final class Keywords {

    static final Set<String> RESERVED =
            words(
                    """
                    all analyse analyze and any array as asc asymmetric both case cast check collate
                    column constraint create current_catalog current_date current_role current_time
                    current_timestamp current_user default deferrable desc distinct do else end except
                    false fetch for foreign from grant group having in initially intersect into
                    lateral leading limit localtime localtimestamp not null offset on only or order
                    placing primary references returning select session_user some symmetric
                    system_user table then to trailing true union unique user using variadic when
                    where window with
                    """);

    /** They name functions and types, but neither tables nor columns. */
    static final Set<String> FUNCTION_OR_TYPE =
            words(
                    """
                    authorization binary collation concurrently cross current_schema freeze full
                    ilike inner is isnull join left like natural notnull outer overlaps right similar
                    tablesample verbose
                    """);

    /** They name tables and columns, but neither functions nor types. */
    static final Set<String> COLUMN =
            words(
                    """
                    between bigint bit boolean char character coalesce dec decimal exists extract
                    float greatest grouping inout int integer interval json json_array json_arrayagg
                    json_exists json_object json_objectagg json_query json_scalar json_serialize
                    json_table json_value least merge_action national nchar none normalize nullif
                    numeric out overlay position precision real row setof smallint substring time
                    timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists
                    xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
                    """);

    /** They need AS before them to be a label. */
    private static final Set<String> LABEL_WITH_AS =
            words(
                    """
                    array as char character create day except fetch filter for from grant group
                    having hour intersect into isnull limit minute month notnull offset on order over
                    overlaps precision returning second to union varying where window with within
                    without year
                    """);

    private Keywords() {}

    private static Set<String> words(String text) {
        return Set.copyOf(new HashSet<>(Set.of(text.strip().split("\\s+"))));
    }

    static boolean mayNameColumn(String word) {
        return !RESERVED.contains(word) && !FUNCTION_OR_TYPE.contains(word);
    }

    static boolean mayNameFunctionOrType(String word) {
        return !RESERVED.contains(word) && !COLUMN.contains(word);
    }

    static boolean mayBeBareLabel(String word) {
        return !LABEL_WITH_AS.contains(word);
    }

    static boolean needsQuotes(String word) {
        return RESERVED.contains(word) || FUNCTION_OR_TYPE.contains(word) || COLUMN.contains(word);
    }
}
