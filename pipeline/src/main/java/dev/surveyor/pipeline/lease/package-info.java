/** Who may write for a connection: one at a time, and whoever slept too long no more. */
@NullMarked
package dev.surveyor.pipeline.lease;

import org.jspecify.annotations.NullMarked;
