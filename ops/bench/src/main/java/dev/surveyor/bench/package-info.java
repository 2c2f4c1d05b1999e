/**
 * Benchmarks: one class each, run beside a named alternative, told as a table and one line of
 * figures.
 */
@NullMarked
package dev.surveyor.bench;

import org.jspecify.annotations.NullMarked;
