/** What is left of a survey whose process is killed, at any moment and at every commit. */
@NullMarked
package dev.surveyor.bench.killsurvey;

import org.jspecify.annotations.NullMarked;
