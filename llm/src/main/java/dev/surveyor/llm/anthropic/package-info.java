/** Anthropic's language models. */
@NullMarked
package dev.surveyor.llm.anthropic;

import org.jspecify.annotations.NullMarked;
