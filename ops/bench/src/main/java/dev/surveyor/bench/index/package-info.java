/** How fast and how well vectors and words are found again. */
@NullMarked
package dev.surveyor.bench.index;

import org.jspecify.annotations.NullMarked;
