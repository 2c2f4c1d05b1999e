/** A real PostgreSQL server that lives and dies with this process. */
@NullMarked
package dev.surveyor.catalog.embedded;

import org.jspecify.annotations.NullMarked;
