/** Asks an engine every question and scores what comes back. */
@NullMarked
package dev.surveyor.eval.ask;

import org.jspecify.annotations.NullMarked;
