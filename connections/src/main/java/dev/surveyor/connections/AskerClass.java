package dev.surveyor.connections;

/** What a session is for: each has sessions of its own, so that neither starves the other. */
public enum AskerClass {
    QUESTIONS("questions"),
    SURVEYS("surveys");

    private final String words;

    AskerClass(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
