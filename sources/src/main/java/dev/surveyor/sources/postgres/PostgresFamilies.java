package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.TypeFamily;
import java.util.HashMap;
import java.util.Map;

/** What PostgreSQL's own types, and the best known extensions', are like. */
final class PostgresFamilies {

    private static final Map<String, TypeFamily> BY_NAME = new HashMap<>();

    static {
        put(TypeFamily.TEXT, "text", "varchar", "bpchar", "char", "name", "citext", "unknown");
        put(TypeFamily.TEXT, "character varying", "character", "ltree", "isbn", "ean13");
        put(TypeFamily.INTEGER, "int2", "int4", "int8", "oid", "smallint", "integer", "bigint");
        put(TypeFamily.INTEGER, "serial", "bigserial", "smallserial", "xid", "xid8");
        put(TypeFamily.DECIMAL, "numeric");
        put(TypeFamily.FLOAT, "float4", "float8", "real", "double precision");
        put(TypeFamily.MONEY, "money");
        put(TypeFamily.BOOLEAN, "bool", "boolean");
        put(TypeFamily.DATE, "date");
        put(TypeFamily.TIME, "time", "timetz");
        put(TypeFamily.TIMESTAMP, "timestamp", "timestamptz");
        put(TypeFamily.INTERVAL, "interval");
        put(TypeFamily.UUID, "uuid");
        put(TypeFamily.JSON, "json", "jsonb", "hstore");
        put(TypeFamily.XML, "xml");
        put(TypeFamily.BINARY, "bytea");
        put(TypeFamily.BITS, "bit", "varbit");
        put(TypeFamily.NETWORK, "inet", "cidr", "macaddr", "macaddr8");
        put(TypeFamily.TEXT_SEARCH, "tsvector", "tsquery");
        put(TypeFamily.GEOMETRY, "point", "line", "lseg", "box", "path", "polygon", "circle");
        put(TypeFamily.GEOMETRY, "geometry", "geography");
        put(TypeFamily.RANGE, "int4range", "int8range", "numrange", "tsrange", "tstzrange");
        put(TypeFamily.RANGE, "daterange", "int4multirange", "int8multirange", "nummultirange");
        put(TypeFamily.RANGE, "tsmultirange", "tstzmultirange", "datemultirange");
    }

    private PostgresFamilies() {}

    private static void put(TypeFamily family, String... names) {
        for (String name : names) {
            BY_NAME.put(name, family);
        }
    }

    /** By the name in {@code pg_type}. */
    static TypeFamily of(String typeName) {
        if (typeName.startsWith("_")) {
            return TypeFamily.ARRAY;
        }
        return BY_NAME.getOrDefault(typeName, TypeFamily.OTHER);
    }
}
