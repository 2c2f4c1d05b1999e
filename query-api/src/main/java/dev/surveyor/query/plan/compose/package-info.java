/** Whole plans put together from what was read, several for each question. */
@NullMarked
package dev.surveyor.query.plan.compose;

import org.jspecify.annotations.NullMarked;
