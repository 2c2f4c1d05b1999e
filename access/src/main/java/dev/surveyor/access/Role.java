package dev.surveyor.access;

import static dev.surveyor.access.Permission.ACCOUNT;
import static dev.surveyor.access.Permission.ASK;
import static dev.surveyor.access.Permission.AUDIT_READ;
import static dev.surveyor.access.Permission.CONNECTIONS_ADMINISTER;
import static dev.surveyor.access.Permission.CONNECTIONS_READ;
import static dev.surveyor.access.Permission.CONNECTIONS_WATCH;
import static dev.surveyor.access.Permission.CONNECTIONS_WRITE;
import static dev.surveyor.access.Permission.KEYS;
import static dev.surveyor.access.Permission.METRICS_READ;
import static dev.surveyor.access.Permission.SCHEDULES_PAUSE;
import static dev.surveyor.access.Permission.SURVEYS_READ;
import static dev.surveyor.access.Permission.SURVEYS_RUN;
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
                    Set.of(
                            ACCOUNT,
                            KEYS,
                            USERS_FIND,
                            USERS_ADMINISTER,
                            CONNECTIONS_READ,
                            CONNECTIONS_WRITE,
                            CONNECTIONS_WATCH,
                            CONNECTIONS_ADMINISTER,
                            SURVEYS_READ,
                            SURVEYS_RUN,
                            ASK,
                            SCHEDULES_PAUSE,
                            AUDIT_READ,
                            METRICS_READ);
            case OPERATOR ->
                    Set.of(
                            ACCOUNT,
                            KEYS,
                            CONNECTIONS_READ,
                            CONNECTIONS_WATCH,
                            SURVEYS_READ,
                            SURVEYS_RUN,
                            ASK,
                            SCHEDULES_PAUSE,
                            METRICS_READ);
            case POWER, USER ->
                    Set.of(
                            ACCOUNT,
                            KEYS,
                            USERS_FIND,
                            CONNECTIONS_READ,
                            CONNECTIONS_WRITE,
                            SURVEYS_READ,
                            SURVEYS_RUN,
                            ASK);
            case GUEST -> Set.of(ACCOUNT);
        };
    }
}
