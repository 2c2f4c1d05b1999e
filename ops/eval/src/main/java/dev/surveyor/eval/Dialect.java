package dev.surveyor.eval;

/** What kind of database a question's SQL is written for and run on. */
public enum Dialect {
    SQLITE,
    POSTGRES
}
