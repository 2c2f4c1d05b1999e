/** The words of a text, as both indexes look for them. */
@NullMarked
package dev.surveyor.embeddings.words;

import org.jspecify.annotations.NullMarked;
