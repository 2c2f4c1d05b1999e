/** How long surveys take. */
@NullMarked
package dev.surveyor.bench.survey;

import org.jspecify.annotations.NullMarked;
