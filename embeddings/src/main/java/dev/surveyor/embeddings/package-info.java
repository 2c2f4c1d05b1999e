/** Texts as vectors, and the index that finds them again by meaning and by word. */
@NullMarked
package dev.surveyor.embeddings;

import org.jspecify.annotations.NullMarked;
