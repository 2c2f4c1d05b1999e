/** Sets two runs beside each other. */
@NullMarked
package dev.surveyor.eval.compare;

import org.jspecify.annotations.NullMarked;
