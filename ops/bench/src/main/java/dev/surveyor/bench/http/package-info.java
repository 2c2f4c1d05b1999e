/** Thousands of good and bad calls of every operation, and whether each gets a decent answer. */
@NullMarked
package dev.surveyor.bench.http;

import org.jspecify.annotations.NullMarked;
