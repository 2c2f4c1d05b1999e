/** What every dialect's guard shares: the text of a refusal, limits, policies laid over tables. */
@NullMarked
package dev.surveyor.sources.guard;

import org.jspecify.annotations.NullMarked;
