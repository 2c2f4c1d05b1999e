/** Models that run in this process: their files, their runtime, the workers that feed it. */
@NullMarked
package dev.surveyor.embeddings.local;

import org.jspecify.annotations.NullMarked;
