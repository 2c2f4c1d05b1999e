/** The index in this process: Apache Lucene on a folder. */
@NullMarked
package dev.surveyor.embeddings.lucene;

import org.jspecify.annotations.NullMarked;
