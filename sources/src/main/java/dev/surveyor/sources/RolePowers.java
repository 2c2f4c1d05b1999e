package dev.surveyor.sources;

import java.util.List;

/**
 * What the role of a session could do besides reading.
 *
 * @param role its name
 * @param administrator whether no right is checked for it, or for a role that it may become
 *     (superuser)
 * @param replication whether it, or a role that it may become, may read the server's log
 * @param serverRights memberships that reach files or programs of the server
 * @param writable tables that it may write, some of them at least
 * @param canCreate whether it may create things in the database or one of its schemas
 */
public record RolePowers(
        String role,
        boolean administrator,
        boolean replication,
        List<String> serverRights,
        List<String> writable,
        boolean canCreate) {

    /** Most tables that are named. */
    public static final int WRITABLE_MAX = 20;

    public RolePowers {
        serverRights = List.copyOf(serverRights);
        writable = List.copyOf(writable);
    }

    /** Whether a mistake of ours could reach beyond this database's rows. */
    public boolean dangerous() {
        return administrator || replication || !serverRights.isEmpty();
    }

    public boolean canWrite() {
        return administrator || canCreate || !writable.isEmpty();
    }
}
