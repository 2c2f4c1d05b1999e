/** Saved ways into users' databases, and who may see what through them. */
@NullMarked
package dev.surveyor.connections;

import org.jspecify.annotations.NullMarked;
