package dev.surveyor.sources.guard.sqlite;

import java.util.Set;

/** SQLite's functions that only compute. */
final class SqliteFunctions {

    static final Set<String> ALLOWED =
            Set.of(
                    ("abs char coalesce concat concat_ws format glob hex ifnull if iif instr length like"
                                    + " likelihood likely lower ltrim max min nullif octet_length printf quote"
                                    + " random replace round rtrim sign soundex substr substring trim typeof"
                                    + " unhex unicode unistr unlikely upper date time datetime julianday"
                                    + " unixepoch strftime timediff avg count group_concat string_agg sum total"
                                    + " median percentile percentile_cont percentile_disc row_number rank"
                                    + " dense_rank percent_rank cume_dist ntile lag lead first_value last_value"
                                    + " nth_value acos acosh asin asinh atan atan2 atanh ceil ceiling cos cosh"
                                    + " degrees exp floor ln log log10 log2 mod pi pow power radians sin sinh"
                                    + " sqrt tan tanh trunc json json_array json_array_length json_error_position"
                                    + " json_extract json_insert json_object json_patch json_pretty json_quote"
                                    + " json_remove json_replace json_set json_type json_valid jsonb jsonb_array"
                                    + " jsonb_extract jsonb_insert jsonb_object jsonb_patch jsonb_remove"
                                    + " jsonb_replace jsonb_set json_group_array json_group_object"
                                    + " jsonb_group_array jsonb_group_object json_each json_tree cast")
                            .split(" "));

    /** Words that stand before a bracket and call nothing. */
    static final Set<String> WORDS_BEFORE_BRACKETS =
            Set.of(
                    ("select from where and or not in values as on using over filter partition by"
                                    + " order group having limit offset union all except intersect case when"
                                    + " then else end exists distinct with recursive materialized join left"
                                    + " right inner outer cross natural full is like glob between escape rows"
                                    + " range groups window asc desc null isnull notnull collate regexp match")
                            .split(" "));

    private SqliteFunctions() {}
}
