package dev.surveyor.sources.guard.postgres;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which functions only compute. Whatever the system or a well-known extension declares immutable or
 * stable does, but for those named here: they read files, settings, statistics, catalogs, or run
 * SQL from a text. Functions of users never do, unless their owner trusts them.
 */
final class FunctionRules {

    static final Set<String> EXTENSIONS =
            Set.of(
                    "citext",
                    "hstore",
                    "ltree",
                    "pg_trgm",
                    "unaccent",
                    "fuzzystrmatch",
                    "intarray",
                    "cube",
                    "earthdistance",
                    "seg",
                    "isn",
                    "btree_gin",
                    "btree_gist",
                    "uuid-ossp",
                    "tablefunc",
                    "pgcrypto",
                    "postgis",
                    "postgis_topology",
                    "vector",
                    "hll",
                    "tdigest",
                    "pg_bigm",
                    "tsm_system_rows",
                    "tsm_system_time",
                    "dict_int",
                    "dict_xsyn");

    /** Volatile, and yet without effect. */
    private static final Set<String> VOLATILE_ALLOWED =
            Set.of(
                    "random",
                    "random_normal",
                    "clock_timestamp",
                    "timeofday",
                    "gen_random_uuid",
                    "gen_random_bytes",
                    "gen_salt",
                    "uuidv4",
                    "uuidv7",
                    "uuid_generate_v1",
                    "uuid_generate_v1mc",
                    "uuid_generate_v4",
                    "array_sample",
                    "array_shuffle",
                    "timezone",
                    "normal_rand",
                    "pgp_sym_encrypt",
                    "pgp_sym_encrypt_bytea",
                    "pgp_pub_encrypt",
                    "pgp_pub_encrypt_bytea");

    /** Of those that begin with pg_, the only ones that merely compute. */
    private static final Set<String> PG_ALLOWED =
            Set.of(
                    "pg_typeof",
                    "pg_size_pretty",
                    "pg_size_bytes",
                    "pg_column_size",
                    "pg_collation_for",
                    "pg_lsn",
                    "pg_lsn_mi",
                    "pg_wal_lsn_diff");

    private static final Pattern DENIED =
            Pattern.compile(
                    "(query|table|schema|database|cursor)_to_xml(schema|_and_xmlschema)?"
                            + "|has_.*|inet_(client|server)_.*|txid_.*|to_reg.*"
                            + "|(obj_|col_|shobj_)description|current_setting|version"
                            + "|row_security_active|format_type|oidvectortypes|acl.*|makeaclitem"
                            + "|getdatabaseencoding|getpgusername|system_user|mxid_age|nameconcatoid"
                            + "|ts_stat|ts_parse|ts_token_type|ts_debug|get_current_ts_config"
                            + "|fmgr_.*|postgresql_fdw_validator|.*am_handler|amvalidate"
                            + "|satisfies_hash_partition|binary_upgrade_.*|current_schemas"
                            + "|lo_.*|loread|lowrite|currtid.*|regclass"
                            + "|connectby|crosstab.*|show_limit|set_limit"
                            + "|st_estimatedextent|st_findextent|st_estimated_extent|find_srid"
                            + "|postgis_.*|populate_geometry_columns|updategeometrysrid|lockrow"
                            + "|gettransactionid|checkauth|_add_overview.*|_add_raster.*|unlockrows");

    private static final Pattern DENIED_TYPE =
            Pattern.compile(
                    "cstring|internal|trigger|event_trigger|language_handler|fdw_handler"
                            + "|index_am_handler|table_am_handler|tsm_handler|opaque|refcursor"
                            + "|_?aclitem|_?regclass|_?regproc|_?regprocedure|_?regoper|_?regoperator"
                            + "|_?regtype|_?regrole|_?regnamespace|_?regcollation|pg_ddl_command");

    private static final Pattern LANGUAGES = Pattern.compile("internal|c|sql");

    private FunctionRules() {}

    /** A function as the catalog tells of it. */
    record Raw(
            String name,
            String kind,
            String volatility,
            String language,
            String extension,
            boolean system,
            String argumentTypes,
            String resultType) {}

    static boolean isSafe(Raw raw) {
        boolean known = raw.system() || EXTENSIONS.contains(raw.extension());
        return known
                && LANGUAGES.matcher(raw.language()).matches()
                && isQuiet(raw)
                && !isDenied(raw)
                && typesAreHarmless(raw);
    }

    private static boolean isQuiet(Raw raw) {
        return !raw.volatility().equals("v") || VOLATILE_ALLOWED.contains(raw.name());
    }

    private static boolean isDenied(Raw raw) {
        return DENIED.matcher(raw.name()).matches()
                || (raw.name().startsWith("pg_") && !PG_ALLOWED.contains(raw.name()));
    }

    private static boolean typesAreHarmless(Raw raw) {
        if (raw.name().equals("pg_typeof")) {
            return true;
        }
        if (DENIED_TYPE.matcher(raw.resultType()).matches()) {
            return false;
        }
        for (String type : raw.argumentTypes().split(",", -1)) {
            if (DENIED_TYPE.matcher(type).matches()) {
                return false;
            }
        }
        return true;
    }
}
