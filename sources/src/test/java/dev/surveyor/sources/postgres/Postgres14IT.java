package dev.surveyor.sources.postgres;

class Postgres14IT extends PostgresContract {

    Postgres14IT() {
        super("14");
    }
}
