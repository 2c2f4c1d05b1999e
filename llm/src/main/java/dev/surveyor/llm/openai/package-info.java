/** Language models of any endpoint that speaks as OpenAI does. */
@NullMarked
package dev.surveyor.llm.openai;

import org.jspecify.annotations.NullMarked;
