/** Runs what was written for an asker at their source, through the guard. */
@NullMarked
package dev.surveyor.query.source;

import org.jspecify.annotations.NullMarked;
