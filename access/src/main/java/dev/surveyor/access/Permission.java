package dev.surveyor.access;

import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may do; every path needs exactly one of these, or is open to all. */
public enum Permission {
    /** One's own name, password and log-ins. */
    ACCOUNT("account", false),
    /** One's own keys. */
    KEYS("keys", false),
    /** Finding people to share with. */
    USERS_FIND("users:find", true),
    /** Everybody's role and whether they are active. */
    USERS_ADMINISTER("users:administer", true),
    /** Seeing connections that are one's own or shared with one. */
    CONNECTIONS_READ("connections:read", true),
    /** Saving connections; changing, sharing, restricting, deleting those that one owns. */
    CONNECTIONS_WRITE("connections:write", true),
    /** Name and status of all connections. */
    CONNECTIONS_WATCH("connections:watch", true),
    /** Changing all connections, and letting one use a role that can do too much. */
    CONNECTIONS_ADMINISTER("connections:administer", true),
    /**
     * Seeing how surveys go: those of connections that one may see, or of all where one watches.
     */
    SURVEYS_READ("surveys:read", true),
    /** Beginning and ending them: of connections that one owns, or of all where one watches. */
    SURVEYS_RUN("surveys:run", true),
    /** Asking questions through connections that one may use, and reading one's conversations. */
    ASK("questions:ask", true),
    /** Letting no survey begin by itself for a while. */
    SCHEDULES_PAUSE("schedules:pause", true),
    /** The audit trail. */
    AUDIT_READ("audit:read", true),
    /** Metrics and what is being done right now. */
    METRICS_READ("metrics:read", true);

    private final String scope;
    private final boolean forKeys;

    Permission(String scope, boolean forKeys) {
        this.scope = scope;
        this.forKeys = forKeys;
    }

    /** Its name in keys and documents. */
    public String scope() {
        return scope;
    }

    /**
     * Whether a key may have it: a stolen key must not be able to make others or change a password.
     */
    public boolean forKeys() {
        return forKeys;
    }

    /** The permission that a key may have under that name. */
    public static Optional<Permission> ofScope(String scope) {
        return Stream.of(values())
                .filter(permission -> permission.forKeys && permission.scope.equals(scope))
                .findFirst();
    }
}
