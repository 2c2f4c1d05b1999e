/** Nights: which are due, who runs them, and what became of them. */
@NullMarked
package dev.surveyor.schedules.nights;

import org.jspecify.annotations.NullMarked;
