/** Language models, whoever serves them: asked within bounds, told only what may leave. */
@NullMarked
package dev.surveyor.llm;

import org.jspecify.annotations.NullMarked;
