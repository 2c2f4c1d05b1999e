/** Open sessions: tried before saving, kept warm, counted. */
@NullMarked
package dev.surveyor.connections.sessions;

import org.jspecify.annotations.NullMarked;
