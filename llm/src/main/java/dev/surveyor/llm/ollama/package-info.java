/** Language models of an Ollama server. */
@NullMarked
package dev.surveyor.llm.ollama;

import org.jspecify.annotations.NullMarked;
