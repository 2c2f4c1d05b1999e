/** Connections, many of them: listed, opened, and broken off in the middle of a change. */
@NullMarked
package dev.surveyor.bench.connections;

import org.jspecify.annotations.NullMarked;
