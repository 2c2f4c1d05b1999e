package dev.surveyor.sources.guard.postgres;

/** Where something stood in the text that came in; trees are equal wherever their parts stood. */
record Position(int offset) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Position;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
