/** What of an answer outlives it: no values of personal columns, and not too much of anything. */
@NullMarked
package dev.surveyor.query.keep;

import org.jspecify.annotations.NullMarked;
