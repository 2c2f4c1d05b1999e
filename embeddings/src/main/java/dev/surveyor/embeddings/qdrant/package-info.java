/** The index in a Qdrant server, over gRPC. */
@NullMarked
package dev.surveyor.embeddings.qdrant;

import org.jspecify.annotations.NullMarked;
