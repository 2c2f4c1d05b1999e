/** Language models, whoever serves them. */
@NullMarked
package dev.surveyor.llm;

import org.jspecify.annotations.NullMarked;
