package dev.surveyor.sources;

import java.util.Locale;

/** Why the guard refuses a statement, and what it would let through instead. */
public enum GuardRule {
    NOT_UNDERSTOOD("one query in the database's own SQL"),
    ONE_STATEMENT("one statement at a time, with nothing behind its semicolon"),
    TOO_LONG("a shorter statement"),
    TOO_DEEP("fewer brackets and queries within each other; a WITH query for each step"),
    NOT_A_QUERY("SELECT, VALUES, TABLE, WITH … SELECT, and EXPLAIN of these"),
    LOCKING("the same query without FOR UPDATE or FOR SHARE"),
    INTO("the same query without INTO"),
    WRITE_IN_WITH("queries only inside WITH"),
    PARAMETER("values written into the statement"),
    FUNCTION("functions of the database system that only compute, and those that the owner trusts"),
    OPERATOR("operators of the database system and of well-known extensions"),
    TYPE("types of the database system, and enums, domains and row types that you may see"),
    CAST("casts that run no code of the database's users"),
    SYSTEM_CATALOG("tables of the schemas that you may see"),
    UNKNOWN_TABLE("tables that you may see"),
    HIDDEN_TABLE("tables that you may see"),
    UNSUPPORTED_TABLE("tables, views and materialized views of this database"),
    UNKNOWN_COLUMN("columns of the tables in FROM"),
    HIDDEN_COLUMN("columns that you may see, each by its name"),
    SYSTEM_COLUMN("the table's own columns"),
    WHOLE_ROW("columns that you may see, each by its name"),
    VIEW("views that read only what you may see; or ask the owner to trust this one"),
    POLICY("another table; or ask the owner to mend the policy"),
    XML_ENTITY("XML without a document type"),
    EXPLAIN("EXPLAIN with COSTS, VERBOSE, FORMAT, ANALYZE, TIMING, SUMMARY or BUFFERS"),
    COST("a narrower question: fewer rows, a join condition, an index's column"),
    PLAN("tables that you may see"),
    SERVER("a statement that the database can run");

    private final String allowed;

    GuardRule(String allowed) {
        this.allowed = allowed;
    }

    /** How messages, metrics and the API name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String allowed() {
        return allowed;
    }
}
