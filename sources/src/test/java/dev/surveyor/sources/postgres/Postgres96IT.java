package dev.surveyor.sources.postgres;

class Postgres96IT extends PostgresContract {

    Postgres96IT() {
        super("9.6");
    }
}
