/** Work spread over a few threads. */
@NullMarked
package dev.surveyor.eval.parallel;

import org.jspecify.annotations.NullMarked;
