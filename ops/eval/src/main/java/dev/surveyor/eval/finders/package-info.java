/** Finds tables with Surveyor's own index, by meaning, by word and both ways. */
@NullMarked
package dev.surveyor.eval.finders;

import org.jspecify.annotations.NullMarked;
