package dev.surveyor.connections;

import java.util.UUID;

/**
 * Removes what another module keeps of a connection that was deleted: a bean there does it. It is
 * called again after it failed or the process died, so that a second call must find no fault with
 * what the first one did.
 */
public interface ConnectionRemoval {

    void remove(UUID connection);
}
