/** Embedding by an Ollama server. */
@NullMarked
package dev.surveyor.embeddings.ollama;

import org.jspecify.annotations.NullMarked;
