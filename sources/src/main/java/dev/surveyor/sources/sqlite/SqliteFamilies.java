package dev.surveyor.sources.sqlite;

import dev.surveyor.catalog.TypeFamily;
import java.util.Locale;

/** What a declared type promises; a cell may hold something else. */
final class SqliteFamilies {

    private SqliteFamilies() {}

    static TypeFamily of(String declared) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.contains("BOOL")) {
            return TypeFamily.BOOLEAN;
        }
        if (type.contains("DATETIME") || type.contains("TIMESTAMP")) {
            return TypeFamily.TIMESTAMP;
        }
        if (type.startsWith("DATE")) {
            return TypeFamily.DATE;
        }
        if (type.startsWith("TIME")) {
            return TypeFamily.TIME;
        }
        if (type.startsWith("JSON")) {
            return TypeFamily.JSON;
        }
        if (type.equals("UUID")) {
            return TypeFamily.UUID;
        }
        return ofAffinity(type);
    }

    /** SQLite's own rules, in its order. */
    private static TypeFamily ofAffinity(String type) {
        if (type.contains("INT")) {
            return TypeFamily.INTEGER;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return TypeFamily.TEXT;
        }
        if (type.contains("BLOB")) {
            return TypeFamily.BINARY;
        }
        if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
            return TypeFamily.FLOAT;
        }
        if (type.contains("DEC") || type.contains("NUM")) {
            return TypeFamily.DECIMAL;
        }
        return TypeFamily.OTHER;
    }
}
