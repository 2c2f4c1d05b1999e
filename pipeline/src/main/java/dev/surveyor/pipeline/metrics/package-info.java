/** What is counted and timed. */
@NullMarked
package dev.surveyor.pipeline.metrics;

import org.jspecify.annotations.NullMarked;
