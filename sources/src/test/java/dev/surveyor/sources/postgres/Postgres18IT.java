package dev.surveyor.sources.postgres;

class Postgres18IT extends PostgresContract {

    Postgres18IT() {
        super("18");
    }
}
