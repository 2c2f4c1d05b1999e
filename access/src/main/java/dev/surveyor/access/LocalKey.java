package dev.surveyor.access;

import dev.surveyor.catalog.Secret;

/**
 * A key that is made up at each start and never leaves this machine: whoever may read the data
 * folder, and so everything in it, acts as the first administrator with it, from this machine only.
 */
public interface LocalKey {

    Secret secret();
}
