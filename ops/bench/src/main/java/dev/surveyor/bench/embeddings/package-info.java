/** How fast texts become vectors, beside a library's own way with the same model and texts. */
@NullMarked
package dev.surveyor.bench.embeddings;

import org.jspecify.annotations.NullMarked;
