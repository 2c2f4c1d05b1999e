/**
 * Measures answers against questions that others wrote: the command, and what a measurement or an
 * engine has to be.
 */
@NullMarked
package dev.surveyor.eval;

import org.jspecify.annotations.NullMarked;
