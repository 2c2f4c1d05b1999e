/** Relations that a database does not declare, from names, types and values. */
@NullMarked
package dev.surveyor.sources.relations;

import org.jspecify.annotations.NullMarked;
