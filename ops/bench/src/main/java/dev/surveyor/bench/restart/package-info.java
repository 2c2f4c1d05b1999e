/** A server under load that is told to stop, or killed, and started again. */
@NullMarked
package dev.surveyor.bench.restart;

import org.jspecify.annotations.NullMarked;
