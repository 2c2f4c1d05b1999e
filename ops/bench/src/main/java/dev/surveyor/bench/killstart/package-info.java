/** Starts that are killed half way, and whether the next start finds everything as it was. */
@NullMarked
package dev.surveyor.bench.killstart;

import org.jspecify.annotations.NullMarked;
