/** Finds tables over all connections that somebody may ask. */
@NullMarked
package dev.surveyor.query.search;

import org.jspecify.annotations.NullMarked;
