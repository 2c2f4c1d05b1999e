package dev.surveyor.bench.killstart;

/** Who is killed, and what is left to the next start. */
enum Reach {
    /** The next start comes while the store is still being stopped, or made. */
    SERVER("the server"),

    /** Nobody starts again before the store had time to stop by itself. */
    SERVER_THEN_WAIT("the server, then wait"),

    /** The store's keeper too: the store is an orphan that still runs. */
    SERVER_AND_CHILDREN("the server and its children"),

    /** The store too: its files are as after a power cut. */
    EVERYTHING("every process of the folder");

    private final String words;

    Reach(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
