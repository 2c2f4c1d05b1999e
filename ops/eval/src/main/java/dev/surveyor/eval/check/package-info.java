/** Turns the scorer on the golds themselves. */
@NullMarked
package dev.surveyor.eval.check;

import org.jspecify.annotations.NullMarked;
