/** Writes SQL: the planner and the language model. */
@NullMarked
package dev.surveyor.query.generate;

import org.jspecify.annotations.NullMarked;
