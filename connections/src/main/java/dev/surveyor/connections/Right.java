package dev.surveyor.connections;

/** What somebody may do through a connection; each includes those before it. */
public enum Right {
    /** Ask. */
    CHAT,
    /** See what the survey found. */
    VIEW,
    /** Everything. */
    OWNER;

    public boolean includes(Right other) {
        return compareTo(other) >= 0;
    }
}
