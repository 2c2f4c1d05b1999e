package dev.surveyor.query.retrieve;

/** Where a question's word was met. */
public enum Place {
    /** In the name of the connection or its database. */
    CONNECTION,
    /** In a table's name or synonyms. */
    TABLE,
    /** In a column's name or synonyms. */
    COLUMN,
    /** In a value of a column. */
    VALUE;

    /** Its place in a row of numbers. */
    @SuppressWarnings("EnumOrdinal") // rows live as long as this process
    int at() {
        return ordinal();
    }
}
