package dev.surveyor.access;

import static dev.surveyor.access.Permission.ACCOUNT;
import static dev.surveyor.access.Permission.AUDIT_READ;
import static dev.surveyor.access.Permission.KEYS;
import static dev.surveyor.access.Permission.METRICS_READ;
import static dev.surveyor.access.Permission.USERS_ADMINISTER;
import static dev.surveyor.access.Permission.USERS_FIND;

import java.util.Set;

/** What a person is here for. */
public enum Role {
    /** Administers everything; reads data only where it is shared with them. */
    ADMIN,
    /** Jobs, schedules and metrics of all connections; no data. */
    OPERATOR,
    /** Own connections and knowledge. */
    POWER,
    /** Own and shared connections. */
    USER,
    /** Public links only. */
    GUEST;

    /** The one table of who may do what. */
    public Set<Permission> permissions() {
        return switch (this) {
            case ADMIN ->
                    Set.of(ACCOUNT, KEYS, USERS_FIND, USERS_ADMINISTER, AUDIT_READ, METRICS_READ);
            case OPERATOR -> Set.of(ACCOUNT, KEYS, METRICS_READ);
            case POWER, USER -> Set.of(ACCOUNT, KEYS, USERS_FIND);
            case GUEST -> Set.of(ACCOUNT);
        };
    }
}
