package dev.surveyor.catalog;

/**
 * Every column of the store whose text is sealed: rotating the keys seals all of them anew. A new
 * one is a line here and a trigger in its migration, like those of the others.
 */
public enum SealedColumn {
    SIGNING_KEY("signing_key", "kid", "sealed", "signing key "),
    FIRST_ADMIN_PASSWORD(
            "first_admin", "only_one", "sealed_password", "password of the first administrator"),
    CONNECTION_PASSWORD("connection", "id", "sealed_password", "password of connection "),
    CONNECTION_KEY("connection", "id", "sealed_key", "client key of connection "),
    SCHEDULE_WEBHOOK_SECRET(
            "schedule", "connection_id", "sealed_webhook_secret", "webhook secret of connection ");

    private final String table;
    private final String idColumn;
    private final String column;
    private final String placeStart;

    SealedColumn(String table, String idColumn, String column, String placeStart) {
        this.table = table;
        this.idColumn = idColumn;
        this.column = column;
        this.placeStart = placeStart;
    }

    public String table() {
        return table;
    }

    public String idColumn() {
        return idColumn;
    }

    public String column() {
        return column;
    }

    /** What the sealed text of one row belongs to. */
    public String place(Object id) {
        return this == FIRST_ADMIN_PASSWORD ? placeStart : placeStart + id;
    }
}
