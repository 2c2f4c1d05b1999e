/** Measures the planner and fits its weights. */
@NullMarked
package dev.surveyor.eval.planner;

import org.jspecify.annotations.NullMarked;
