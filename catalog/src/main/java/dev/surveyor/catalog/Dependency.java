package dev.surveyor.catalog;

/**
 * Something that the house depends on and that can be looked at. Each module brings a bean for what
 * it uses; the app looks at all of them, one look at a time for each, and waits only so long.
 */
public interface Dependency {

    /** A word for answers and metrics, such as {@code store}. */
    String name();

    /** Whether nothing works without it. */
    default boolean vital() {
        return false;
    }

    /**
     * Looks, on a thread of its own. Should end within some seconds whatever happens; what it
     * throws counts as down. Its sentence holds no secrets.
     */
    Condition look();
}
