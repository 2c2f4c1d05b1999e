/** Connections as people save, share, restrict and delete them. */
@NullMarked
package dev.surveyor.connections.saved;

import org.jspecify.annotations.NullMarked;
