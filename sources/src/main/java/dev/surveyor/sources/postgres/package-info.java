/** PostgreSQL 9.6 and later. */
@NullMarked
package dev.surveyor.sources.postgres;

import org.jspecify.annotations.NullMarked;
