/** What surveys keep in the catalog. */
@NullMarked
package dev.surveyor.pipeline.store;

import org.jspecify.annotations.NullMarked;
