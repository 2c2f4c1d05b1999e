/** Turns texts into vectors and finds them again. */
@NullMarked
package dev.surveyor.embeddings;

import org.jspecify.annotations.NullMarked;
