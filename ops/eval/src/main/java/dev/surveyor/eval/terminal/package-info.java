/** What a person sees while a measurement runs, and the tables at its end. */
@NullMarked
package dev.surveyor.eval.terminal;

import org.jspecify.annotations.NullMarked;
