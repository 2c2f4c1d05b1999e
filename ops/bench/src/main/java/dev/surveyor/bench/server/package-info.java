/** A real Surveyor, started, watched and ended from outside. */
@NullMarked
package dev.surveyor.bench.server;

import org.jspecify.annotations.NullMarked;
