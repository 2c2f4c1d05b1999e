/**
 * Experiments on whole Surveyors: benchmarks that run beside a named alternative, faults that end
 * with what was lost. One class each, told as a table and one line of figures.
 */
@NullMarked
package dev.surveyor.bench;

import org.jspecify.annotations.NullMarked;
