/** Asks a running server over its HTTP API, as its users do. */
@NullMarked
package dev.surveyor.eval.server;

import org.jspecify.annotations.NullMarked;
