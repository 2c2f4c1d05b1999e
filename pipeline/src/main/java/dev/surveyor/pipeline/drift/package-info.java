/** What changed between two editions. */
@NullMarked
package dev.surveyor.pipeline.drift;

import org.jspecify.annotations.NullMarked;
