/**
 * The nouns of the house as records, and their store: one PostgreSQL, embedded or the operator's.
 */
@NullMarked
package dev.surveyor.catalog;

import org.jspecify.annotations.NullMarked;
