package dev.surveyor.access;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it is written down who did what. */
public interface AuditTrail {

    /**
     * Writes one line, in the transaction that is under way: what is rolled back was not done.
     *
     * @param actor who did it
     * @param action what, such as {@code user.registered}
     * @param subjectKind what kind of thing it was done to
     * @param details what else to know; never a secret, never a value from a user's database
     */
    void record(
            Actor actor,
            String action,
            String subjectKind,
            String subjectId,
            Map<String, ?> details);

    /** Who did something: a person, a person's key, or nobody whom we know. */
    record Actor(@Nullable UUID id, String name) {

        /** Surveyor itself. */
        public static final Actor SURVEYOR = new Actor(null, "surveyor");

        /** Somebody who did not log in. */
        public static final Actor STRANGER = new Actor(null, "stranger");

        public static Actor of(Caller caller) {
            return new Actor(
                    caller.id(),
                    caller.keyId() == null
                            ? caller.username()
                            : caller.username() + " by key " + caller.keyId());
        }
    }
}
